/** What a person, the clock and the end of the program do to a run. */
import { isDeepStrictEqual } from 'node:util'

import type { Draft } from '#shared/flows/flow.ts'

import type { KeptRun } from '../../store/store.ts'
import { conflict, notFound } from '../failures.ts'
import { stepsOf } from '../runs.ts'
import { failVisit } from '../traffic/note-visit.ts'
import { changeStep, currentOf, failStep } from './run-state.ts'
import { lastVisit, visitAt } from './visits.ts'

export function assertGoing({ run }: KeptRun): void {
  if (run.state === 'cancelled') throw conflict('The run was cancelled. Restart it to walk it once more.')
  if (run.state === 'done') throw conflict('The run is at its end. Restart it to walk it once more.')
}

export function indexOfStep({ run }: KeptRun, step: string): number {
  const index = run.steps.findIndex(({ id }) => id === step)
  if (index !== -1) return index
  throw notFound('step', step, `The steps are: ${run.steps.map(({ id }) => id).join(', ')}.`)
}

/** A request that is as the flow has built it counts as unchanged. */
export function editStep(kept: KeptRun, step: string, edited: Draft): KeptRun {
  const { draft } = kept.run.steps[indexOfStep(kept, step)] ?? {}
  if (!draft) throw conflict('This step sends nothing that could be changed, or the walk has not come to it yet.')
  return changeStep(kept, step, () => ({ edited: isDeepStrictEqual(draft, edited) ? undefined : edited }))
}

export function putBack(kept: KeptRun, step: string): KeptRun {
  indexOfStep(kept, step)
  return changeStep(kept, step, () => ({ edited: undefined }))
}

/** Nobody came back in time. */
export function expire(kept: KeptRun, limit: number): KeptRun {
  if (kept.run.browserAddress === undefined || kept.run.state !== 'waiting') return kept
  const steps = stepsOf(kept)
  const visit = visitAt(steps, kept.run.position) ?? lastVisit(steps, kept.run.position)
  const failure = `The browser did not come back within ${duration(limit)}. Send it again.`
  return visit ? failVisit(kept, steps, visit, { failure }) : kept
}

function duration(limit: number): string {
  const seconds = Math.max(1, Math.round(limit / 1000))
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

export function interrupt(kept: KeptRun): KeptRun {
  const step = currentOf(kept)
  return step ? failStep(kept, step.id, 'The program ended while this step was being taken. Take it again.') : kept
}
