import { core, rfc } from '#shared/teach/specs.ts'

import { ADVICE } from '../rules/advice.ts'
import { notExpired, requireAudience, requireText, signed } from '../rules/members.ts'
import { advise, broken, kept, type Rule, show, skip } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const itself: Rule = {
  id: 'sub',
  title: 'iss and sub are the client',
  spec: rfc(7523, '3'),
  check: ({ claims: { iss, sub }, members }) => {
    if (typeof iss !== 'string' || typeof sub !== 'string') return broken('It needs an iss and a sub.')
    if (iss !== sub) return broken(`iss is ${show(iss)} and sub is ${show(sub)}; both have to be the client_id.`)
    const { client_id } = members
    return client_id === undefined || client_id === sub ? kept(sub) : broken(`The request is from ${show(client_id)}.`)
  },
}

/** Longer than this, and a stolen one is as good as a secret. */
const SHORT = 600

const short: Rule = {
  id: 'lifetime',
  title: 'it is short-lived',
  spec: rfc(7523, '3'),
  check: ({ claims: { iat, exp }, now }) => {
    if (typeof exp !== 'number') return skip('There is no exp.')
    const lifetime = exp - (typeof iat === 'number' ? iat : now)
    return lifetime <= SHORT
      ? kept('A few minutes.')
      : advise(`It is good for ${Math.round(lifetime / 60)} minutes. One minute will do, and servers may refuse more.`)
  },
}

export const clientAssertion: Kind = {
  id: 'client-assertion',
  title: 'Client assertion',
  summary: 'A client’s proof of who it is at the token endpoint, in place of a secret.',
  spec: rfc(7523, '3'),
  context: 'client assertion',
  recognise: ({ name, claims: { iss, sub, aud, scope }, isJwt }) =>
    tell(
      [isJwt && name === 'client_assertion', 'it was called client_assertion'],
      [
        isJwt && typeof iss === 'string' && iss === sub && aud !== undefined && scope === undefined,
        'its iss and its sub are the same',
      ],
    ),
  rules: [
    itself,
    requireAudience(rfc(7523, '3')),
    notExpired(rfc(7523, '3')),
    short,
    requireText('jti', core('9'), { why: 'A copy of it could be used again; OpenID Connect requires it.' }),
    signed(rfc(7523, '3')),
    ...ADVICE,
  ],
}
