import { buildHashes } from './hashes.ts'
import type { Kind } from './kinds/kind.ts'
import type { Found, Members } from './recognise/paste.ts'
import type { Outcome, Rule, RuleResult, Subject } from './rules/rule.ts'
import type { Token } from './token.ts'

export interface CheckedRule {
  readonly rule: Rule
  readonly result: RuleResult
}

const ORDER: readonly Outcome[] = ['broken', 'advice', 'kept', 'not applicable']

/** Each rule of the kind, what is wrong first. */
export function checkRules({ rules }: Kind, subject: Subject): readonly CheckedRule[] {
  return rules
    .map((rule) => ({ rule, result: rule.check(subject) }))
    .toSorted((one, other) => ORDER.indexOf(one.result.outcome) - ORDER.indexOf(other.result.outcome))
}

export function countOutcomes(checked: readonly CheckedRule[]): Readonly<Record<Outcome, number>> {
  const counts = { kept: 0, broken: 0, advice: 0, 'not applicable': 0 }
  for (const { result } of checked) counts[result.outcome] += 1
  return counts
}

/** All but the time, which goes on. */
export type UntimedSubject = Omit<Subject, 'now'>

/** Undefined for what cannot be read. */
export async function buildSubject({ name, token }: Found, members: Members): Promise<UntimedSubject | undefined> {
  const read = readClaims(token)
  if (read === undefined) return undefined
  return { name, members, ...read, hashes: await buildHashes(read.header, members) }
}

export function readClaims(token: Token): Pick<Subject, 'header' | 'claims' | 'isJwt'> | undefined {
  if (token.type === 'jws' && token.claims !== undefined) {
    return { header: token.header, claims: token.claims, isJwt: true }
  }
  return token.type === 'statement' ? { header: {}, claims: token.claims, isJwt: false } : undefined
}
