import { explainPageError } from '../flows/explain-refusal.ts'
import { contextOfStep } from '../flows/context-of-step.ts'
import type { Flow, ShownStep, Step } from '../flows/flow.ts'
import { findLayer } from '../flows/flows.ts'
import { listTokens } from '../flows/list-tokens.ts'
import type { Exchange } from '../model/exchange.ts'
import type { FlowRun, StepRun } from '../model/flow-run.ts'
import type { Names } from '../sequence/build-sequence.ts'
import { explain } from '../teach/entries.ts'
import type { ErrorLesson } from '../teach/lesson.ts'
import { type Lesson, LESSON_FORMAT, LESSON_VERSION, type LessonStep, type Refusal } from './lesson.ts'

export interface LessonParts {
  readonly flow: Flow
  readonly steps: readonly Step[]
  readonly run: FlowRun
  readonly names: Names
  /** Those that the run's steps name; what is not kept any more is left out. */
  readonly exchanges: readonly Exchange[]
  /** Those that are registered, for what a refusal has to do with them. */
  readonly clients: readonly object[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** With its secrets; `maskLesson` takes them out. */
export function buildLesson(parts: LessonParts): Lesson {
  const { flow, steps, run, names, exchanges, now } = parts
  const { id, title, summary, verdict, specs, lanes } = flow
  const { state, createdAt, position, redirect_uri } = run
  return withoutGaps({
    format: LESSON_FORMAT,
    version: LESSON_VERSION,
    exportedAt: now,
    isMasked: false,
    flow: { id, title, summary, verdict, specs, lanes },
    layers: run.choice.layers.map((layer) => ({
      id: layer,
      title: findLayer(layer)?.title ?? layer,
      summary: findLayer(layer)?.summary ?? '',
    })),
    choice: run.choice,
    names,
    run: { state, createdAt, position, redirect_uri },
    steps: steps.flatMap((step, index) => buildStep(parts, step, run.steps[index])),
    known: run.known,
    tokens: listTokens(run, steps),
    exchanges,
  })
}

/** As JSON has it: what is left out is not there, so that what is read again is the same. */
function withoutGaps(lesson: Lesson): Lesson {
  return JSON.parse(JSON.stringify(lesson)) as Lesson
}

function buildStep(parts: LessonParts, step: Step, stepRun: StepRun | undefined): readonly LessonStep[] {
  if (stepRun === undefined || stepRun.id !== step.id) return []
  const refusal = stepRun.error === undefined ? undefined : explainError(parts, step, stepRun, stepRun.error)
  return [{ shown: showStep(step), run: stepRun, refusal }]
}

function showStep(step: Step): ShownStep {
  const { id, title, from, to, arrow, teach, kind } = step
  const shown = { id, title, from, to, arrow, teach, kind }
  return step.kind === 'call' ? { ...shown, answerArrow: step.answerArrow } : shown
}

function explainError(
  parts: LessonParts,
  step: Step,
  stepRun: StepRun,
  error: NonNullable<StepRun['error']>,
): Refusal | undefined {
  const recorded = parts.exchanges.find(({ id }) => id === stepRun.exchanges.at(-1))?.error?.reason
  const reason = recorded === error.description ? undefined : recorded
  if (step.kind !== 'call') {
    const { steps, run, clients } = parts
    return { ...pickRefusal(explainPageError({ step, stepRun, steps, run, clients }, error)), reason }
  }
  const context = contextOfStep(step, stepRun.edited ?? stepRun.draft, 'response')
  const entry = explain(error.code, { kind: 'error', context })
  if (entry === undefined)
    return reason === undefined ? undefined : { summary: [], why: [], fixes: [], specs: [], reason }
  return { summary: [entry.summary], why: entry.detail ?? [], fixes: [], specs: entry.specs, reason }
}

/** Without its links, which lead to screens of this program. */
function pickRefusal({ title, summary, why, comparison, fixes, specs }: ErrorLesson): Refusal {
  const compared = comparison && { sent: comparison.sent, registered: comparison.registered }
  return { title, summary, why, comparison: compared, fixes, specs }
}
