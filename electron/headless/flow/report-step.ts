import type { Check, Step } from '#shared/flows/flow.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import type { Mask } from './mask-run.ts'

export interface ExchangeReport {
  readonly id: number
  readonly method: string
  readonly url: string
  /** Left out when nothing came back. */
  readonly status?: number
}

export interface StepReport extends Pick<Step, 'id' | 'title' | 'from' | 'to'> {
  readonly state: StepRun['state']
  readonly exchanges: readonly ExchangeReport[]
  readonly checks: readonly Check[]
  readonly error?: { readonly code: string; readonly description?: string }
  readonly failure?: string
}

/** What a step was and what came of it, fit to be read by others. */
export function reportStep(step: Step, run: StepRun, exchanges: readonly Exchange[], mask: Mask): StepReport {
  const { error, failure } = run
  return {
    id: step.id,
    title: step.title,
    from: step.from,
    to: step.to,
    state: run.state,
    exchanges: exchanges.map((exchange) => reportExchange(exchange, mask)),
    checks: run.checks.map((check) => maskCheck(check, mask)),
    ...(error && {
      error: { code: error.code, ...(error.description !== undefined && { description: mask(error.description) }) },
    }),
    ...(failure !== undefined && { failure: mask(failure) }),
  }
}

function reportExchange({ id, request, response }: Exchange, mask: Mask): ExchangeReport {
  const { method, url } = request
  return { id, method, url: mask(url), ...(response !== 'aborted' && { status: response.status }) }
}

function maskCheck({ expected, found, explanation, ...check }: Check, mask: Mask): Check {
  return {
    ...check,
    ...(expected !== undefined && { expected: mask(expected) }),
    ...(found !== undefined && { found: mask(found) }),
    ...(explanation !== undefined && { explanation: mask(explanation) }),
  }
}
