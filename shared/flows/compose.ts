/** What layers are made of: each takes the steps of a flow and gives back others. */
import type { Answer, ArrivalStep, Arrival, BrowserStep, CallStep, Context, Draft, Outcome, Step } from './flow.ts'

type Maybe<Value> = Value | Promise<Value>
type Sent = BrowserStep | CallStep

export function insertBefore(steps: readonly Step[], id: string, ...added: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.id === id ? [...added, step] : [step]))
}

export function insertAfter(steps: readonly Step[], id: string, ...added: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.id === id ? [step, ...added] : [step]))
}

export function hasStep(steps: readonly Step[], id: string): boolean {
  return steps.some((step) => step.id === id)
}

/** Changes what the steps of these ids send; without ids, whatever is sent. */
export function amendDraft(
  steps: readonly Step[],
  ids: readonly string[] | undefined,
  amend: (context: Context, draft: Draft) => Maybe<Draft>,
): readonly Step[] {
  return steps.map((step) => (isSent(step) && (ids?.includes(step.id) ?? true) ? withDraft(step, amend) : step))
}

function withDraft(step: Sent, amend: (context: Context, draft: Draft) => Maybe<Draft>): Sent {
  return { ...step, build: async (context) => amend(context, await step.build(context)) }
}

function isSent(step: Step): step is Sent {
  return step.kind === 'browser' || step.kind === 'call'
}

/** Adds to what is learnt from an answer, or to what is checked of it. */
export function amendOutcome(
  steps: readonly Step[],
  ids: readonly string[] | undefined,
  amend: (context: Context, answer: Answer, outcome: Outcome, sent: Draft) => Maybe<Outcome>,
): readonly Step[] {
  return steps.map((step) => {
    if (step.kind !== 'call' || ids?.includes(step.id) === false) return step
    const process: CallStep['process'] = async (context, answer, sent) =>
      amend(context, answer, await step.process(context, answer, sent), sent)
    return { ...step, process }
  })
}

/** Reads what the browser brought before the step does: unpacks it, or checks it and hands it on. */
export function amendArrival(
  steps: readonly Step[],
  amend: (context: Context, arrival: Arrival, process: ArrivalStep['process']) => Maybe<Outcome>,
): readonly Step[] {
  return steps.map((step) => {
    if (step.kind !== 'arrival') return step
    const process: ArrivalStep['process'] = (context, arrival) => amend(context, arrival, step.process)
    return { ...step, process }
  })
}

export function joinOutcomes(first: Outcome, second: Outcome): Outcome {
  return {
    ...first,
    ...second,
    learned: { ...first.learned, ...second.learned },
    checks: [...first.checks, ...second.checks],
    error: first.error ?? second.error,
  }
}
