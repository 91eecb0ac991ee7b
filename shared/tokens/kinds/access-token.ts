import { rfc } from '#shared/teach/specs.ts'

import { ADVICE } from '../rules/advice.ts'
import {
  audiencesOf,
  isText,
  isType,
  notExpired,
  notFromTheFuture,
  optional,
  requireAudience,
  requireIssuer,
  requireText,
  requireType,
  signedAsymmetrically,
} from '../rules/members.ts'
import { advise, kept, type Rule, skip } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

/** An API that takes ID tokens for access tokens takes those of other applications. */
const audience: Rule = {
  id: 'aud-api',
  title: 'aud is an API and not the client',
  spec: rfc(9068, '3'),
  check: ({ claims: { aud, client_id } }) => {
    const audiences = audiencesOf(aud)
    if (audiences === undefined || typeof client_id !== 'string') return skip('There is no aud or no client_id.')
    return audiences.includes(client_id)
      ? advise('It is for the client itself, as an ID token is.')
      : kept('They are two.')
  },
}

export const accessToken: Kind = {
  id: 'access-token',
  title: 'Access token',
  summary: 'Opens an API. As a JWT it says itself what it is good for (RFC 9068).',
  spec: rfc(9068),
  context: 'access token',
  recognise: ({ name, header, claims, isJwt }) =>
    tell(
      [isJwt && isType(header['typ'], 'at+jwt'), 'its typ is at+jwt'],
      [isJwt && name === 'access_token', 'it was called access_token'],
      [
        isJwt && claims['scope'] !== undefined && claims['aud'] !== undefined && claims['response_type'] === undefined,
        'it has a scope and an audience',
      ],
    ),
  rules: [
    requireType('at+jwt', rfc(9068, '2.1')),
    signedAsymmetrically(rfc(9068, '2.1')),
    requireIssuer(rfc(9068, '2.2')),
    notExpired(rfc(9068, '2.2')),
    requireAudience(rfc(9068, '2.2')),
    audience,
    requireText('sub', rfc(9068, '2.2')),
    requireText('client_id', rfc(9068, '2.2')),
    notFromTheFuture(rfc(9068, '2.2')),
    requireText('jti', rfc(9068, '2.2'), { why: 'Nobody can name it, to revoke it or to find it in a log.' }),
    optional(
      'scope',
      'scope is one text with spaces',
      rfc(9068, '2.2.3'),
      isText,
      'one text, with spaces between the names',
    ),
    ...ADVICE,
  ],
}
