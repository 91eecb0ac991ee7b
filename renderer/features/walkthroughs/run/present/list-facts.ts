/** What of a step fits on a screen that is read from the last row. */
import { parseObject, textOf } from '#shared/flows/answer.ts'
import { readParameters } from '#shared/flows/draft.ts'
import type { Check, Json, ShownStep } from '#shared/flows/flow.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import type { Half } from './turn-page.ts'

export interface Fact {
  readonly name: string
  readonly value: string
  readonly isSecret: boolean
  /** A person has changed it. */
  readonly isChanged: boolean
}

export interface Facts {
  /** `POST /token`, or `200 OK`. */
  readonly line?: string | undefined
  readonly refusal?: StepRun['error']
  /** Why nothing came back. */
  readonly failure?: string | undefined
  readonly values: readonly Fact[]
  readonly moreValues: number
  /** The failed ones first. */
  readonly checks: readonly Check[]
  readonly moreChecks: number
}

const MOST = 7
/** Beside each other they have to share the room. */
const MOST_OF_TWO = 4

export function listFacts(step: ShownStep, stepRun: StepRun, known: FlowRun['known'], half: Half): Facts {
  return half === 'request' && stepRun.draft !== undefined ? listSent(stepRun, known) : listResult(step, stepRun, known)
}

function listSent({ draft, edited }: StepRun, known: FlowRun['known']): Facts {
  const shown = edited ?? draft
  if (shown === undefined || draft === undefined) return cut({ values: [], checks: [] })
  const before = new Map(readParameters(draft))
  const secrets = new Set(Object.values(known).flatMap(({ value, secret }) => (secret === true ? [value] : [])))
  const values = readParameters(shown).map(([name, value]) => ({
    name,
    value,
    isSecret: secrets.has(value) || name === 'client_secret' || name === 'password',
    isChanged: before.get(name) !== value,
  }))
  return {
    line: `${shown.method} ${URL.parse(shown.url)?.pathname ?? shown.url}`,
    // What was changed is what one talks about.
    ...cut({ values: values.toSorted((one, other) => Number(other.isChanged) - Number(one.isChanged)), checks: [] }),
  }
}

function listResult(step: ShownStep, stepRun: StepRun, known: FlowRun['known']): Facts {
  const { answer, error, failure, checks, learned, state } = stepRun
  const hasFailed = state === 'failed'
  const values = learned.flatMap((name) => {
    const value = known[name]
    return value === undefined ? [] : [plain(name, write(value.value), value.secret === true)]
  })
  const shown = values.length > 0 || hasFailed ? values : listMembers(step, stepRun)
  return {
    ...(answer && { line: `${answer.status} ${answer.statusText}`.trimEnd() }),
    ...(hasFailed && error && { refusal: error }),
    ...(hasFailed && failure !== undefined && { failure }),
    ...cut({
      values: shown,
      checks: checks.toSorted((one, other) => Number(other.outcome === 'failed') - Number(one.outcome === 'failed')),
    }),
  }
}

function listMembers(step: ShownStep, { answer, arrival }: StepRun): readonly Fact[] {
  if (step.kind === 'arrival' && arrival !== undefined) {
    return Object.entries(arrival.parameters).map(([name, value]) => plain(name, value))
  }
  return Object.entries(parseObject(answer?.body ?? '') ?? {}).map(([name, value]) => plain(name, write(value)))
}

function plain(name: string, value: string, isSecret = false): Fact {
  return { name, value, isSecret, isChanged: false }
}

function write(value: Json): string {
  return textOf(value) ?? JSON.stringify(value)
}

function cut({ values, checks }: Pick<Facts, 'values' | 'checks'>) {
  const isShared = values.length > 0 && checks.length > 0
  const most = isShared ? MOST_OF_TWO : MOST
  return {
    values: values.slice(0, most),
    moreValues: Math.max(0, values.length - most),
    checks: checks.slice(0, most),
    moreChecks: Math.max(0, checks.length - most),
  }
}
