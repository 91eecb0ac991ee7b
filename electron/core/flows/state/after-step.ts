/** Where a run is after a step, and where it goes back to. */
import type { Arrival, Outcome, Step } from '#shared/flows/flow.ts'

import type { KeptRun } from '../../store/store.ts'
import { stepsOf } from '../runs.ts'
import { finishVisit } from './people.ts'
import { applyOutcome, changeRun, changeStep, moveTo, rewind } from './run-state.ts'
import { lastVisit, visitAt } from './visits.ts'

/** Done steps hand over to the next one; the run waits, or is ready, or at its end. */
export function advance({ step, index }: { readonly step: Step; readonly index: number }, outcome: Outcome) {
  return (kept: KeptRun): KeptRun => {
    const after = applyOutcome(kept, step.id, outcome)
    if (after.run.steps[index]?.state !== 'done') return after
    const steps = stepsOf(after)
    // The answer that a client polled for is there, so whatever the browser still shows is over.
    const visit = after.run.browserAddress === undefined ? undefined : lastVisit(steps, index)
    const moved = moveTo(visit ? finishVisit(after, steps, visit) : after, index + 1)
    return index + 1 === steps.length ? changeRun(moved, { state: 'done' }) : moved
  }
}

/** What failed is taken once more; a browser that did not come back is sent again. */
export function backToFailed(kept: KeptRun): KeptRun {
  const { state, position } = kept.run
  if (state !== 'stopped') return kept
  const visit = visitAt(stepsOf(kept), position)
  return rewind(kept, visit?.start ?? position)
}

export function comeBack(kept: KeptRun, arrival: Arrival): KeptRun {
  const steps = stepsOf(kept)
  const visit = visitAt(steps, kept.run.position)
  if (kept.run.state !== 'waiting' || visit?.arrival === undefined) return kept
  const isRefused = arrival.parameters['error'] !== undefined
  const finished = finishVisit(kept, steps, visit, isRefused ? 'skipped' : undefined)
  return changeStep(finished, steps[visit.arrival]?.id ?? '', () => ({ arrival }))
}
