/** A walkthrough that is under way, or was: what the screens show and the store keeps. */
import type { Answer, Arrival, Check, Choice, Draft, Known } from '../flows/flow.ts'

export type RunState =
  /** The next step can be taken. */
  | 'ready'
  /** A step is being taken. */
  | 'busy'
  /** The browser is with the person. */
  | 'waiting'
  | 'done'
  /** The issuer refused, or a check failed; what is there can be looked at, edited and sent again. */
  | 'stopped'
  | 'cancelled'

export interface StepRun {
  readonly id: string
  readonly state: 'coming' | 'current' | 'done' | 'skipped' | 'failed'
  /** As the flow builds it; there for the current step and those before it that send something. */
  readonly draft?: Draft | undefined
  /** As a person changed it. */
  readonly edited?: Draft | undefined
  readonly answer?: Answer | undefined
  readonly arrival?: Arrival | undefined
  readonly checks: readonly Check[]
  readonly learned: readonly string[]
  readonly error?: { readonly code: string; readonly description?: string | undefined } | undefined
  /** Why nothing came back, in words. */
  readonly failure?: string | undefined
  readonly again?: { readonly after: number; readonly reason: string } | undefined
  /** Milliseconds since the epoch. */
  readonly startedAt?: number | undefined
  readonly duration?: number | undefined
  /** The recorded exchanges of this step, by their ids. */
  readonly exchanges: readonly number[]
}

export interface FlowRun {
  readonly id: string
  readonly flow: string
  readonly choice: Choice
  readonly state: RunState
  readonly createdAt: number
  /** The index of the current step; the number of steps when it is done. */
  readonly position: number
  readonly steps: readonly StepRun[]
  readonly known: Known
  readonly redirect_uri: string
  /** What the browser has to open while the run waits for it. */
  readonly browserAddress?: string | undefined
  /** Milliseconds since the epoch: until when it waits. */
  readonly waitsUntil?: number | undefined
}

/** The list's view of a run. */
export type RunSummary = Pick<FlowRun, 'id' | 'flow' | 'choice' | 'state' | 'createdAt' | 'position'>
