import type { Link } from '#shared/teach/lesson.ts'

import type { Hashes } from '../hashes.ts'
import type { JsonObject } from '../json-object.ts'
import type { Members } from '../recognise/paste.ts'

/** What rules look at: a token that can be read, and what was found beside it. */
export interface Subject {
  /** What it was called where it was found. */
  readonly name?: string | undefined
  /** Empty for what is no JWT. */
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly isJwt: boolean
  readonly members: Members
  readonly hashes: Hashes
  /** Seconds since the epoch. */
  readonly now: number
}

/** `advice`: the specification does not forbid it, and it is still better done otherwise. */
export type Outcome = 'kept' | 'broken' | 'advice' | 'not applicable'

export interface RuleResult {
  readonly outcome: Outcome
  readonly explanation: string
}

export interface Rule {
  readonly id: string
  readonly title: string
  readonly spec: Link
  readonly check: (subject: Subject) => RuleResult
}

export function kept(explanation: string): RuleResult {
  return { outcome: 'kept', explanation }
}

export function broken(explanation: string): RuleResult {
  return { outcome: 'broken', explanation }
}

export function advise(explanation: string): RuleResult {
  return { outcome: 'advice', explanation }
}

export function skip(explanation: string): RuleResult {
  return { outcome: 'not applicable', explanation }
}

export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? 'missing' : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
