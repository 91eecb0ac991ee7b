import { jarm } from '#shared/teach/specs.ts'

import { ADVICE } from '../rules/advice.ts'
import { notExpired, requireAudience, requireIssuer, signed } from '../rules/members.ts'
import { advise, broken, kept, type Rule, skip } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const ANSWERS = ['code', 'error', 'access_token', 'id_token']

const answer: Rule = {
  id: 'answer',
  title: 'it holds an answer',
  spec: jarm('2.1'),
  check: ({ claims }) => {
    const inside = ANSWERS.filter((name) => name in claims)
    return inside.length > 0
      ? kept(inside.join(', '))
      : broken('There is neither a code, nor a token, nor an error in it.')
  },
}

const short: Rule = {
  id: 'lifetime',
  title: 'it is good for ten minutes at most',
  spec: jarm('2.1'),
  check: ({ claims: { exp, iat }, now }) => {
    if (typeof exp !== 'number') return skip('There is no exp.')
    return exp - (typeof iat === 'number' ? iat : now) <= 600
      ? kept('Long enough to arrive.')
      : advise('It is good for longer than ten minutes.')
  },
}

const state: Rule = {
  id: 'state',
  title: 'state stands inside',
  spec: jarm('2.1'),
  check: ({ claims, members }) =>
    members['state'] !== undefined && claims['state'] === undefined
      ? broken('state stands outside of it, where the signature does not cover it.')
      : claims['state'] === undefined
        ? skip('There is no state.')
        : kept('The signature covers it.'),
}

export const authorizationResponse: Kind = {
  id: 'authorization-response',
  title: 'Signed authorization response',
  summary: 'The answer of the authorization endpoint, signed by the issuer (JARM).',
  spec: jarm('2.1'),
  context: 'signed authorization response',
  recognise: ({ name, claims, isJwt }) =>
    tell(
      [isJwt && name === 'response', 'it was called response'],
      [
        isJwt && claims['sub'] === undefined && claims['aud'] !== undefined && ANSWERS.some((one) => one in claims),
        'it holds an answer of the authorization endpoint',
      ],
    ),
  rules: [
    requireIssuer(jarm('2.1')),
    requireAudience(jarm('2.1')),
    notExpired(jarm('2.1')),
    short,
    answer,
    state,
    signed(jarm('2.4')),
    ...ADVICE,
  ],
}
