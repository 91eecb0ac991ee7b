/** What happens to a run, as plain functions from what is kept to what is kept. */
import type { Choice, Known, Outcome, Step } from '#shared/flows/flow.ts'
import { hasFailed } from '#shared/flows/checks.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import type { KeptRun } from '../../store/store.ts'

export interface NewRun extends Pick<FlowRun, 'id' | 'flow' | 'redirect_uri' | 'createdAt'> {
  readonly choice: Choice
  readonly steps: readonly Step[]
}

export function beginRun({ steps, ...run }: NewRun): KeptRun {
  const runs = steps.map(({ id }, index) => freshStep(id, index === 0 ? 'current' : 'coming'))
  return { run: { ...run, state: 'ready', position: 0, steps: runs, known: {} }, learned: {}, signIns: {} }
}

function freshStep(id: string, state: StepRun['state']): StepRun {
  return { id, state, checks: [], learned: [], exchanges: [] }
}

export function changeRun(kept: KeptRun, change: Partial<FlowRun>): KeptRun {
  return { ...kept, run: { ...kept.run, ...change } }
}

export function changeStep(kept: KeptRun, id: string, change: (step: StepRun) => Partial<StepRun>): KeptRun {
  const steps = kept.run.steps.map((step) => (step.id === id ? { ...step, ...change(step) } : step))
  return changeRun(kept, { steps })
}

export function findStep({ run }: KeptRun, id: string): StepRun | undefined {
  return run.steps.find((step) => step.id === id)
}

export function currentOf({ run }: KeptRun): StepRun | undefined {
  return run.steps[run.position]
}

/** What the steps before this one have learnt, and the step itself when it was taken before. */
export function knownAt({ run, learned }: KeptRun, index: number): Known {
  const before = run.steps.slice(0, index + 1).map(({ id }) => learned[id] ?? {})
  return Object.assign({}, ...before) as Known
}

export function moveTo(kept: KeptRun, position: number): KeptRun {
  const steps = kept.run.steps.map((step, index) =>
    index === position && step.state === 'coming' ? { ...step, state: 'current' as const } : step,
  )
  return changeRun(kept, { steps, position })
}

/** As if nothing from this step on had happened; what a person changed of its request stays. */
export function rewind(kept: KeptRun, position: number): KeptRun {
  const steps = kept.run.steps.map((step, index) => {
    if (index < position) return step
    if (index > position) return freshStep(step.id, 'coming')
    return { ...freshStep(step.id, 'current'), draft: step.draft, edited: step.edited }
  })
  const gone = new Set(steps.slice(position).map(({ id }) => id))
  const keep = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).filter(([id]) => !gone.has(id)))
  const { browserAddress: _address, waitsUntil: _until, ...run } = kept.run
  const rest: KeptRun = {
    run: { ...run, state: 'ready', steps, position },
    learned: keep(kept.learned),
    signIns: keep(kept.signIns),
  }
  return changeRun(rest, { known: knownAt(rest, position) })
}

/** What came of a step. `again` leaves it the current one; an error or a failed check ends the walk there. */
export function applyOutcome(kept: KeptRun, id: string, outcome: Outcome): KeptRun {
  const { learned, checks, error, again } = outcome
  const isFailed = error !== undefined || hasFailed(checks)
  const state = isFailed ? 'failed' : again === undefined ? 'done' : 'current'
  const stamped = Object.fromEntries(
    Object.entries(learned).map(([name, value]) => [name, { ...value, from: id }] as const),
  )
  const after = changeStep({ ...kept, learned: { ...kept.learned, [id]: stamped } }, id, () => ({
    state,
    checks,
    learned: Object.keys(learned),
    error,
    again,
    failure: undefined,
  }))
  return changeRun(after, { state: isFailed ? 'stopped' : 'ready', known: knownAt(after, after.run.steps.length) })
}

/** Nothing came back, or it could not be read: in words. */
export function failStep(kept: KeptRun, id: string, failure: string, error?: StepRun['error']): KeptRun {
  const failed = changeStep(kept, id, () => ({ state: 'failed', failure, ...(error !== undefined && { error }) }))
  return endVisit(changeRun(failed, { state: 'stopped' }))
}

export function endVisit(kept: KeptRun): KeptRun {
  const { browserAddress: _address, waitsUntil: _until, ...run } = kept.run
  return { ...kept, run }
}
