/**
 * A visit is the time that the browser is away with the person: from the step that sends it, over what the person does,
 * to its coming back. Not each has all of it: a device only waits, and a phone is asked without any redirect.
 */
import type { Step } from '#shared/flows/flow.ts'

export interface Visit {
  readonly start: number
  /** The index after its last step. */
  readonly end: number
  /** Of what the person does. */
  readonly people: readonly number[]
  readonly arrival: number | undefined
}

export function findVisits(steps: readonly Step[]): readonly Visit[] {
  const starts = steps.flatMap((_step, index) => (beginsVisit(steps, index) ? [index] : []))
  return starts.map((start) => measureVisit(steps, start))
}

function beginsVisit(steps: readonly Step[], index: number): boolean {
  const kind = steps[index]?.kind
  if (kind === 'browser') return true
  const before = steps[index - 1]?.kind
  return (kind === 'person' || kind === 'arrival') && before !== 'browser' && before !== 'person'
}

function measureVisit(steps: readonly Step[], start: number): Visit {
  let end = steps[start]?.kind === 'browser' ? start + 1 : start
  const people: number[] = []
  for (; steps[end]?.kind === 'person'; end += 1) people.push(end)
  const arrival = steps[end]?.kind === 'arrival' ? end : undefined
  return { start, end: arrival === undefined ? end : end + 1, people, arrival }
}

/** The visit that a step is part of. */
export function visitAt(steps: readonly Step[], index: number): Visit | undefined {
  return findVisits(steps).find(({ start, end }) => start <= index && index < end)
}

/** The one that is under way, or was last. */
export function lastVisit(steps: readonly Step[], position: number): Visit | undefined {
  return findVisits(steps).findLast(({ start }) => start <= position)
}
