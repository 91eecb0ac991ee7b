/** What is new in a message against the one before it, and where the new values come from. */
import { parseObject, textOf } from '#shared/flows/answer.ts'
import { readParameters } from '#shared/flows/draft.ts'
import type { HeaderPair } from '#shared/model/exchange.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import { baseOf } from '#shared/flows/draft-changes.ts'

export interface SinceRow {
  readonly name: string
  readonly what: 'new' | 'changed' | 'same' | 'gone'
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** The index of the step that learnt the value. */
  readonly from?: number | undefined
}

export interface Since {
  /** The index of the step with the message before. */
  readonly index: number
  readonly rows: readonly SinceRow[]
}

/** Against the last request before this one; undefined for the first. */
export function compareRequests({ steps, known }: Pick<FlowRun, 'steps' | 'known'>, index: number): Since | undefined {
  return compare(steps, known, index, (step) => {
    const draft = step.edited ?? step.draft
    if (draft === undefined) return undefined
    const headers = draft.headers.filter(([name]) => name !== 'content-type')
    return [['method', draft.method], ['address', baseOf(draft)], ...readParameters(draft), ...headers]
  })
}

/** Against the last answer before this one, or the last thing that the browser brought. */
export function compareAnswers({ steps, known }: Pick<FlowRun, 'steps' | 'known'>, index: number): Since | undefined {
  return compare(steps, known, index, ({ answer, arrival }) => {
    if (answer === undefined) return arrival && Object.entries(arrival.parameters)
    const members = Object.entries(parseObject(answer.body) ?? {})
    return members.map(([name, value]) => [name, textOf(value) ?? JSON.stringify(value)] as const)
  })
}

type Read = (step: StepRun) => readonly HeaderPair[] | undefined

function compare(steps: FlowRun['steps'], known: FlowRun['known'], index: number, read: Read): Since | undefined {
  const now = steps[index] && read(steps[index])
  const at = steps.findLastIndex((step, other) => other < index && (read(step)?.length ?? 0) > 0)
  const before = steps[at] && read(steps[at])
  if (now === undefined || before === undefined) return undefined
  const [had, has] = [new Map(before), new Map(now)]
  const rows = [...new Set([...has.keys(), ...had.keys()])].map((name): SinceRow => {
    const [old, value] = [had.get(name), has.get(name)]
    if (value === undefined) return { name, what: 'gone', before: old }
    const what = old === undefined ? 'new' : old === value ? 'same' : 'changed'
    return { name, what, before: old, after: value, from: what === 'same' ? undefined : learntAt(steps, known, value) }
  })
  return { index: at, rows }

  function learntAt(all: FlowRun['steps'], values: FlowRun['known'], value: string): number | undefined {
    const from = Object.values(values).find((one) => one.value === value)?.from
    const found = all.findIndex(({ id }) => id === from)
    return found === -1 || found >= index ? undefined : found
  }
}
