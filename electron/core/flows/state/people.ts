/** What a person does on the issuer's pages, as steps of the run. */
import type { PersonStep, Step } from '#shared/flows/flow.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import type { KeptRun } from '../../store/store.ts'
import { changeStep, endVisit, moveTo } from './run-state.ts'
import type { Visit } from './visits.ts'

export type PersonPage = PersonStep['page']

/** A page was answered. Those before it in the same visit, if they were not, are not asked for any more. */
export function markAnswered(
  kept: KeptRun,
  steps: readonly Step[],
  visit: Visit,
  page: PersonPage,
  exchange: number,
): KeptRun {
  const index = findAnswered(kept, steps, visit, page)
  if (index === undefined) return kept
  const answered = changeStep(kept, idOf(steps, index), (step) => ({
    state: 'done',
    exchanges: addExchange(step, exchange),
  }))
  const before = visit.people.filter((other) => other < index)
  const skipped = before.reduce((state, other) => skipUnanswered(state, idOf(steps, other)), answered)
  const isAway = skipped.run.position >= visit.start && skipped.run.position <= index
  return isAway ? moveTo(skipped, nextOpen(skipped, visit, index)) : skipped
}

/** The first that was not answered yet; a second answer on the same kind of page belongs to the last. */
function findAnswered(kept: KeptRun, steps: readonly Step[], { people }: Visit, page: PersonPage): number | undefined {
  const fitting = people.filter((index) => {
    const step = steps[index]
    return step?.kind === 'person' && step.page === page
  })
  return fitting.find((index) => kept.run.steps[index]?.state !== 'done') ?? fitting.at(-1)
}

function nextOpen(kept: KeptRun, { people, end, arrival }: Visit, after: number): number {
  const open = people.find((index) => index > after && kept.run.steps[index]?.state !== 'done')
  return open ?? arrival ?? end - 1
}

/** The browser is back, or the page said that it is done. */
export function finishVisit(kept: KeptRun, steps: readonly Step[], visit: Visit, unanswered = assume(kept)): KeptRun {
  const settle = (state: KeptRun, index: number) => skipUnanswered(state, idOf(steps, index), unanswered)
  const skipped = visit.people.reduce(settle, endVisit(kept))
  const target = visit.arrival ?? visit.end
  return skipped.run.position < target ? moveTo(skipped, target) : skipped
}

function skipUnanswered(kept: KeptRun, id: string, to: StepRun['state'] = 'skipped'): KeptRun {
  return changeStep(kept, id, ({ state }) => (state === 'done' ? {} : { state: to }))
}

/** What somebody does at another issuer nobody sees here: who comes back has done it. */
function assume({ run }: KeptRun): StepRun['state'] {
  return run.choice.issuer === undefined ? 'skipped' : 'done'
}

export function addExchange({ exchanges }: StepRun, id: number): readonly number[] {
  return exchanges.includes(id) ? exchanges : [...exchanges, id].toSorted((a, b) => a - b)
}

function idOf(steps: readonly Step[], index: number): string {
  return steps[index]?.id ?? ''
}
