/** How a step that has failed can be put right, the likeliest first; each is something that a button can do. */
import { readChallenge } from '#shared/flows/answer.ts'
import type { Choice, ShownStep } from '#shared/flows/flow.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'
import { findHeader } from '#shared/model/headers.ts'
import { splitScope } from '#shared/oauth/scope.ts'

export type Remedy =
  /** What a person has changed of this request. */
  | { readonly kind: 'putBack'; readonly step: string }
  /** What was changed of an earlier one, which is then sent again. */
  | { readonly kind: 'putBackEarlier'; readonly step: string; readonly index: number }
  /** The user is sent to the issuer once more. */
  | { readonly kind: 'askAgain'; readonly step: string }
  /** Another run, which asks for more. */
  | { readonly kind: 'addScope'; readonly choice: Choice; readonly missing: readonly string[] }
  /** The application would have to be registered for it first. */
  | { readonly kind: 'openScopes'; readonly client_id: string; readonly missing: readonly string[] }
  /** The same once more: nothing came back. */
  | { readonly kind: 'takeAgain' }
  /** From the start to here, with fresh values and nothing changed. */
  | { readonly kind: 'walkHere'; readonly step: string }

interface Failure {
  readonly run: Pick<FlowRun, 'steps' | 'choice' | 'position'>
  readonly steps: readonly ShownStep[]
  readonly index: number
  /** What the application may ask for; undefined when that is not limited. */
  readonly allowed: string | undefined
}

/** Whoever answered could answer otherwise. */
const OF_THE_PERSON = ['access_denied', 'login_required', 'consent_required', 'interaction_required']

export function listRemedies({ run, steps, index, allowed }: Failure): readonly Remedy[] {
  const stepRun = run.steps[index]
  if (stepRun === undefined) return []
  if (stepRun.edited !== undefined) return [{ kind: 'putBack', step: stepRun.id }]
  const changed = run.steps.findLastIndex(({ edited }, at) => at < index && edited !== undefined)
  const edited = run.steps[changed]
  if (edited !== undefined) return [{ kind: 'putBackEarlier', step: edited.id, index: changed }, walkHere(stepRun)]
  const visit = run.steps[lastVisit(steps, index)]
  if (visit !== undefined && isOfThePerson(steps[index], stepRun)) {
    return [{ kind: 'askAgain', step: visit.id }, walkHere(stepRun)]
  }
  const missing = findMissing(stepRun, run.choice)
  if (missing.length > 0) return [askForMore(run.choice, missing, allowed), walkHere(stepRun)]
  return stepRun.error === undefined && stepRun.failure !== undefined
    ? [{ kind: 'takeAgain' }, walkHere(stepRun)]
    : [walkHere(stepRun)]
}

function walkHere({ id }: StepRun): Remedy {
  return { kind: 'walkHere', step: id }
}

function lastVisit(steps: readonly ShownStep[], index: number): number {
  return steps.findLastIndex(({ kind }, at) => at <= index && kind === 'browser')
}

/** That nobody came back in time is of this kind too. */
function isOfThePerson(step: ShownStep | undefined, { error, failure }: StepRun): boolean {
  if (error !== undefined) return OF_THE_PERSON.includes(error.code)
  return failure !== undefined && step?.kind !== 'call'
}

/** RFC 6750 section 3.1: an API may say which scope the call needs. */
function findMissing({ error, answer }: StepRun, { scope }: Choice): readonly string[] {
  if (error?.code !== 'insufficient_scope' || answer === undefined) return []
  const needed = readChallenge(findHeader(answer.headers, 'www-authenticate') ?? '', 'scope')
  return splitScope(needed).filter((name) => !scope.includes(name))
}

function askForMore(choice: Choice, missing: readonly string[], allowed: string | undefined): Remedy {
  const canAsk = allowed === undefined || missing.every((name) => splitScope(allowed).includes(name))
  return canAsk
    ? { kind: 'addScope', choice: { ...choice, scope: [...choice.scope, ...missing] }, missing }
    : { kind: 'openScopes', client_id: choice.client_id, missing }
}
