import { rfc } from '#shared/teach/specs.ts'

import { isJsonObject, type JsonObject } from '../json-object.ts'
import { ADVICE } from '../rules/advice.ts'
import { isType, notFromTheFuture, requireAudience, requireIssuer, requireType, signed } from '../rules/members.ts'
import { advise, broken, kept, type Rule } from '../rules/rule.ts'
import { buildAnswerRules } from './introspection-response.ts'
import { type Kind, tell } from './kind.ts'

const SPEC = rfc(9701, '5')

const inner: Rule = {
  id: 'token_introspection',
  title: 'token_introspection holds the answer',
  spec: SPEC,
  check: ({ claims: { token_introspection } }) =>
    isJsonObject(token_introspection)
      ? kept('An object of its own, apart from the claims of the JWT.')
      : broken('There is no token_introspection, or it is no object.'),
}

const apart: Rule = {
  id: 'apart',
  title: 'it has no sub and no exp of its own',
  spec: SPEC,
  check: ({ claims }) => {
    const own = ['sub', 'exp'].filter((name) => name in claims)
    return own.length === 0
      ? kept('So it cannot pass for an access token.')
      : advise(`It has ${own.join(' and ')}, and could pass for an access token.`)
  },
}

export const introspectionJwt: Kind = {
  id: 'introspection-jwt',
  title: 'Introspection response as a JWT',
  summary: 'What the issuer says of a token, signed, so that it can be shown to others.',
  spec: SPEC,
  context: 'introspection response',
  recognise: ({ header, claims, isJwt }) =>
    tell(
      [isJwt && isType(header['typ'], 'token-introspection+jwt'), 'its typ is token-introspection+jwt'],
      [isJwt && 'token_introspection' in claims, 'it has token_introspection'],
    ),
  rules: [
    requireType('token-introspection+jwt', SPEC),
    requireIssuer(SPEC),
    requireAudience(SPEC),
    notFromTheFuture(SPEC),
    inner,
    apart,
    ...buildAnswerRules(readInner),
    signed(SPEC),
    ...ADVICE.filter(({ id }) => id !== 'times'),
  ],
}

function readInner({ token_introspection }: JsonObject): JsonObject {
  return isJsonObject(token_introspection) ? token_introspection : {}
}
