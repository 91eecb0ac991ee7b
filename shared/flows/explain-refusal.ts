/** A refusal, explained: what it means, what in this request caused it, and the way out. */
import type { FlowRun, StepRun } from '../model/flow-run.ts'
import { type ErrorInput, explainAuthorizationError, type LessonClient } from '../teach/error-lessons.ts'
import type { ErrorLesson } from '../teach/lesson.ts'
import { readParameters } from './draft.ts'
import type { Choice, ShownStep } from './flow.ts'

interface RefusedStep {
  readonly step: ShownStep
  readonly stepRun: StepRun
  readonly steps: readonly ShownStep[]
  readonly run: Pick<FlowRun, 'steps'> & { readonly choice: Choice }
  /** Those that are registered. */
  readonly clients: readonly object[]
}

/** The same that the issuer's page of the error teaches. */
export function explainPageError(refused: RefusedStep, error: NonNullable<StepRun['error']>): ErrorLesson {
  const { step, stepRun, steps, run } = refused
  // What the contract calls open text is checked where it is registered.
  const clients = refused.clients as readonly (LessonClient & ErrorInput['knownClients'][number])[]
  return explainAuthorizationError({
    error: error.code,
    ...readReason(step, error),
    endpoint: 'authorization',
    params: Object.fromEntries(sentWith(stepRun, steps, run.steps)),
    client: clients.find(({ client_id }) => client_id === run.choice.client_id),
    knownClients: clients,
    screens: '',
  })
}

/** What a page of the issuer was refused with is its own reason; what came back to the client is the protocol's. */
function readReason(step: ShownStep, { description }: NonNullable<StepRun['error']>) {
  return step.kind === 'arrival' ? { description } : { description, reason: description }
}

/** Of an answer that came back: what the browser was sent with. */
function sentWith(stepRun: StepRun, steps: readonly ShownStep[], runs: readonly StepRun[]) {
  const at = steps.findLastIndex(({ kind }, index) => kind === 'browser' && runs[index]?.draft !== undefined)
  const draft = stepRun.edited ?? stepRun.draft ?? runs[at]?.edited ?? runs[at]?.draft
  return draft === undefined ? [] : readParameters(draft)
}
