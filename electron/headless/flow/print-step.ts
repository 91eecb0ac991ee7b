import type { Check } from '#shared/flows/flow.ts'

import type { ExchangeReport, StepReport } from './report-step.ts'

export function printStep(step: StepReport, number: number): string {
  const { title, from, to, state, exchanges, checks, error, failure } = step
  const skipped = state === 'skipped' ? ', skipped' : ''
  const details = [
    ...exchanges.map(printExchange),
    ...(checks.length > 0 ? [countChecks(checks)] : []),
    ...checks.filter(({ outcome }) => outcome === 'failed').flatMap(printFailed),
    ...(error ? [`refused: ${error.code}${error.description === undefined ? '' : `: ${error.description}`}`] : []),
    ...(failure === undefined ? [] : [`failed: ${failure}`]),
  ]
  return [
    `${String(number).padStart(2)}. ${title} (${from} -> ${to})${skipped}`,
    ...details.map((line) => `    ${line}`),
    '',
  ].join('\n')
}

function printExchange({ method, url, status }: ExchangeReport): string {
  return `${method} ${url} -> ${status ?? 'no answer'}`
}

function countChecks(checks: readonly Check[]): string {
  const count = (wanted: Check['outcome']) => checks.filter(({ outcome }) => outcome === wanted).length
  const counts = (['passed', 'failed', 'skipped'] as const).map((outcome) => [outcome, count(outcome)] as const)
  const shown = counts.filter(([outcome, number]) => outcome === 'passed' || number > 0)
  return `checks: ${shown.map(([outcome, number]) => `${number} ${outcome}`).join(', ')}`
}

function printFailed({ title, expected, found, explanation }: Check): readonly string[] {
  const parts = [
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(found === undefined ? [] : [`found ${found}`]),
  ]
  const what = parts.length > 0 ? `: ${parts.join(', ')}` : ''
  return [`failed check: ${title}${what}`, ...(explanation === undefined ? [] : [`  ${explanation}`])]
}
