import { rfc } from '#shared/teach/specs.ts'

import { checkTime, isText, optional } from '../rules/members.ts'
import { advise, broken, kept, type Rule, type RuleResult, show, skip } from '../rules/rule.ts'
import type { Kind } from './kind.ts'
import type { JsonObject } from '../json-object.ts'

const SPEC = rfc(7662, '2.2')

function checkActive({ active }: JsonObject): RuleResult {
  if (typeof active !== 'boolean') return broken(`active has to be true or false, and is ${show(active)}.`)
  return kept(active ? 'The token is good.' : 'The token is not good, or not one that this asker may know of.')
}

function checkSilence({ active, ...rest }: JsonObject): RuleResult {
  if (active !== false) return skip('The token is active.')
  const told = Object.keys(rest)
  return told.length === 0
    ? kept('Nothing else is told.')
    : advise(`Of a token that is not active nothing should be told, and here are ${told.join(', ')}.`)
}

function checkTimes({ active, exp, nbf, iat }: JsonObject, now: number): RuleResult {
  const given = Object.entries({ exp, nbf, iat }).filter(([, value]) => value !== undefined)
  if (given.length === 0) return skip('There are no times.')
  const wrong = given.map(([name, value]) => checkTime(name, value)).find((result) => result !== undefined)
  if (wrong !== undefined) return wrong
  return active === true && typeof exp === 'number' && exp <= now
    ? advise('It was active then; since, its exp has passed.')
    : kept(given.map(([name]) => name).join(', '))
}

/** The same for an answer by itself and for one inside a JWT (RFC 9701). */
export function buildAnswerRules(read: (claims: JsonObject) => JsonObject): readonly Rule[] {
  return [
    { id: 'active', title: 'active is true or false', spec: SPEC, check: ({ claims }) => checkActive(read(claims)) },
    {
      id: 'silence',
      title: 'an inactive token is not told about',
      spec: SPEC,
      check: ({ claims }) => checkSilence(read(claims)),
    },
    {
      id: 'times',
      title: 'times are in seconds',
      spec: SPEC,
      check: ({ claims, now }) => checkTimes(read(claims), now),
    },
    ...[
      optional('scope', 'scope is one text with spaces', SPEC, isText, 'one text, with spaces between the names'),
      optional('client_id', 'client_id is a text', SPEC, isText, 'a text'),
      optional('token_type', 'token_type says how it is shown', SPEC, isText, 'a text'),
    ].map((rule): Rule => ({ ...rule, check: (subject) => rule.check({ ...subject, claims: read(subject.claims) }) })),
  ]
}

export const introspectionResponse: Kind = {
  id: 'introspection-response',
  title: 'Introspection response',
  summary: 'What the issuer says of a token, to an API that asked.',
  spec: SPEC,
  context: 'introspection response',
  recognise: ({ claims, isJwt }) => (!isJwt && 'active' in claims ? 'it says whether a token is active' : undefined),
  rules: buildAnswerRules((claims) => claims),
}
