/** What a client compares, as data: each check says what it wanted and what it found. */
import type { Link } from '../teach/lesson.ts'
import type { Check } from './flow.ts'

interface Comparison {
  readonly id: string
  readonly title: string
  readonly spec: Link
  /** What a failure may mean. */
  readonly otherwise: string
}

export function checkEqual(
  { id, title, spec, otherwise }: Comparison,
  expected: string | undefined,
  found: string | undefined,
): Check {
  const passed = expected === found
  return {
    id,
    title,
    spec,
    outcome: passed ? 'passed' : 'failed',
    expected: expected ?? 'nothing',
    found: found ?? 'nothing',
    ...(!passed && { explanation: otherwise }),
  }
}

export function checkThat(
  { id, title, spec, otherwise }: Comparison,
  passed: boolean,
  found?: string,
  expected?: string,
): Check {
  return {
    id,
    title,
    spec,
    outcome: passed ? 'passed' : 'failed',
    found,
    expected,
    ...(!passed && { explanation: otherwise }),
  }
}

export function skipCheck({ id, title, spec }: Omit<Comparison, 'otherwise'>, why: string): Check {
  return { id, title, spec, outcome: 'skipped', explanation: why }
}

export function hasFailed(checks: readonly Check[]): boolean {
  return checks.some(({ outcome }) => outcome === 'failed')
}
