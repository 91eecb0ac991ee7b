import type { FlowRun } from '#shared/model/flow-run.ts'

import type { StepReport } from './report-step.ts'

/** Undefined when it was walked to the end; else where it ended, and why. */
export function explainEnd({ state, position }: FlowRun, reports: readonly StepReport[]): string | undefined {
  if (state === 'done') return undefined
  if (state === 'cancelled') return 'Cancelled before its end.'
  const step = reports.find((report) => report.state === 'failed') ?? reports.at(-1)
  const where = step === undefined ? `Stopped at step ${position + 1}` : `Stopped at "${step.title}" (${step.id})`
  return `${where}: ${sentence(step === undefined ? 'it did not go on' : reasonOf(step))}`
}

function reasonOf({ to, error, failure, checks }: StepReport): string {
  if (failure !== undefined) return failure
  if (error) {
    const who = to === 'api' ? 'the API' : 'the issuer'
    return `${who} refused with ${error.code}${error.description === undefined ? '' : `: ${error.description}`}`
  }
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) return 'it did not go on'
  return `the answer failed ${failed.length === 1 ? 'a check' : `${failed.length} checks`}: ${failed.map(({ title }) => title).join('; ')}`
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
