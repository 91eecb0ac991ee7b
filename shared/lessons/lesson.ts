/** A walkthrough that was run, as it is handed on: everything that is needed to step through it where nothing runs. */
import type { Choice, Draft, Known, ShownFlow, ShownStep } from '../flows/flow.ts'
import type { TokenView } from '../flows/list-tokens.ts'
import type { Exchange } from '../model/exchange.ts'
import type { FlowRun, StepRun } from '../model/flow-run.ts'
import type { Names } from '../sequence/build-sequence.ts'
import type { Link, RichText } from '../teach/lesson.ts'

export const LESSON_FORMAT = 'valetkey-lesson'
export const LESSON_VERSION = 1
/** Of a file of its own; the desktop app is registered for it. */
export const LESSON_EXTENSION = '.valetkey-lesson'
/** Bytes of a file that is opened. */
export const LARGEST_LESSON = 20 * 1024 * 1024

export interface Lesson {
  readonly format: typeof LESSON_FORMAT
  readonly version: typeof LESSON_VERSION
  /** Milliseconds since the epoch. */
  readonly exportedAt: number
  /** Passwords, codes, tokens, cookies and keys were taken out. */
  readonly isMasked: boolean
  readonly flow: ShownFlow
  readonly layers: readonly LessonLayer[]
  readonly choice: Choice
  /** What those who take part are called. */
  readonly names: Names
  readonly run: Pick<FlowRun, 'state' | 'createdAt' | 'position' | 'redirect_uri'>
  readonly steps: readonly LessonStep[]
  readonly known: Known
  /** Taken apart, since a masked one could not be any more; the newest first. */
  readonly tokens: readonly TokenView[]
  readonly exchanges: readonly Exchange[]
}

export interface LessonLayer {
  readonly id: string
  readonly title: string
  readonly summary: string
}

export interface LessonStep {
  readonly shown: ShownStep
  readonly run: StepRun
  /** What it was refused with, explained. */
  readonly refusal?: Refusal | undefined
}

export interface Refusal {
  readonly title?: string | undefined
  readonly summary: RichText
  readonly why: RichText
  readonly comparison?: { readonly sent: string; readonly registered: readonly string[] } | undefined
  readonly fixes: readonly RichText[]
  readonly specs: readonly Link[]
  /** The issuer's own reason, which no client is told. */
  readonly reason?: string | undefined
}

/** What was really sent: as it was edited, if it was. */
export function sentBy({ run }: LessonStep): Draft | undefined {
  return run.edited ?? run.draft
}

/** `authorization-code-2026-11-29-0840`: says what it is, and sorts. */
export function nameLesson({ flow, run: { createdAt } }: Pick<Lesson, 'flow' | 'run'>): string {
  return `${flow.id}-${new Date(createdAt).toISOString().slice(0, 16).replace('T', '-').replace(':', '')}`
}
