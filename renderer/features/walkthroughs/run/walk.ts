import type { ShownFlow, ShownStep } from '#shared/flows/flow.ts'
import type { Lesson } from '#shared/lessons/lesson.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import type { Parties } from '../use-parties.ts'
import type { Deeds } from './use-deeds.ts'

export const DETAILS = ['explain', 'request', 'response', 'tokens', 'code'] as const
export type Detail = (typeof DETAILS)[number]

/** A run, what it is a run of, and what of it is looked at. */
export interface Walk {
  readonly flow: ShownFlow
  readonly steps: readonly ShownStep[]
  readonly run: FlowRun
  readonly parties: Parties
  /** Which step is looked at. */
  readonly index: number
  readonly step: ShownStep
  readonly stepRun: StepRun
  /** The step that is looked at is the one that is taken next. */
  readonly isLive: boolean
  readonly detail: Detail
  readonly deeds: Deeds
  /** Left out: it is a run of this program, and not one that was opened from a file. */
  readonly recording?: Lesson | undefined
  /** Stays at this step until another one is selected, however far the walk goes on meanwhile. */
  readonly hold: () => void
  readonly select: (index: number | undefined, detail?: Detail) => void
  readonly show: (detail: Detail) => void
}

/** The step that is next, or the last one when all are done. */
export function liveIndex({ position, steps }: Pick<FlowRun, 'position' | 'steps'>): number {
  return Math.min(position, steps.length - 1)
}

/** Where one looks first: at what will be sent, at what came, else at what it is about. */
export function firstDetail(step: ShownStep, stepRun: StepRun): Detail {
  if (hasResult(stepRun)) return 'response'
  const isSent = step.kind === 'call' || step.kind === 'browser'
  return isSent && stepRun.draft !== undefined && stepRun.state !== 'done' ? 'request' : 'explain'
}

export function hasResult({ answer, arrival, checks, error, failure, learned }: StepRun): boolean {
  const isThere = [answer, arrival, error, failure].some((part) => part !== undefined)
  return isThere || checks.length > 0 || learned.length > 0
}

/** After it was taken one looks at what came of it, where something did. */
export function isWorthALook(step: ShownStep, stepRun: StepRun): boolean {
  if (step.kind === 'local') return stepRun.checks.length > 0
  return step.kind === 'call' || step.kind === 'arrival'
}

export function isOver({ state }: Pick<FlowRun, 'state'>): boolean {
  return state === 'done' || state === 'cancelled'
}

export function countDone({ steps }: Pick<FlowRun, 'steps'>): number {
  return steps.filter(({ state }) => state === 'done' || state === 'skipped').length
}
