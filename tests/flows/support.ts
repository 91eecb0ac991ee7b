/** The program from source, and walkthroughs in it. */
import { expect, onTestFinished } from 'vitest'

import type { Check, Choice, Draft } from '#shared/flows/flow.ts'
import { defaultChoice } from '#shared/flows/choice.ts'
import { findFlow } from '#shared/flows/flows.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import { type Core, type CoreOptions, createCore } from '../../electron/core/create-core.ts'

export async function startCore(options: Partial<CoreOptions> = {}): Promise<Core> {
  const core = await createCore({ port: 0, uiPort: 0, ...options })
  onTestFinished(() => core.close())
  return core
}

export function choose(flow: string, change: Partial<Choice> = {}): Choice {
  const found = findFlow(flow)
  if (!found) throw new Error(`there is no walkthrough ${flow}`)
  return { ...defaultChoice(found), ...change }
}

export function begin(core: Core, flow: string, change: Partial<Choice> = {}): Promise<FlowRun> {
  return core.call('runs.create', { flow, choice: choose(flow, change) })
}

/** To the end, or before a step, with the playground in the person's place. */
export function walk(core: Core, { id }: Pick<FlowRun, 'id'>, step?: string): Promise<FlowRun> {
  return core.call('runs.runTo', { id, step, answer: true })
}

export async function next(core: Core, { id }: Pick<FlowRun, 'id'>, times = 1): Promise<FlowRun> {
  let run = await core.call('runs.get', { id })
  for (let count = 0; count < times; count += 1) run = await core.call('runs.next', { id })
  return run
}

export function stepOf({ steps }: FlowRun, id: string): StepRun {
  const step = steps.find((found) => found.id === id)
  if (!step) throw new Error(`there is no step ${id} among ${steps.map((found) => found.id).join(', ')}`)
  return step
}

export function checkOf(run: FlowRun, step: string, id: string): Check {
  const { checks } = stepOf(run, step)
  const check = checks.find((found) => found.id === id)
  if (!check) throw new Error(`the step ${step} has no check ${id}, but ${checks.map((found) => found.id).join(', ')}`)
  return check
}

/** Says at once what went wrong and where. */
export function assertDone(run: FlowRun): void {
  const bad = run.steps.flatMap(({ id, error, failure, checks, answer }) => {
    const failed = checks.filter(({ outcome }) => outcome === 'failed')
    const isBad = error !== undefined || failure !== undefined || failed.length > 0
    return isBad ? [{ id, error, failure, failed, answer: answer?.body.slice(0, 500) }] : []
  })
  expect({ state: run.state, at: run.steps[run.position]?.id, bad }).toEqual({ state: 'done', at: undefined, bad: [] })
}

export async function change(
  core: Core,
  { id }: Pick<FlowRun, 'id'>,
  step: string,
  edit: (draft: Draft) => Draft,
): Promise<FlowRun> {
  const { draft } = stepOf(await core.call('runs.get', { id }), step)
  if (!draft) throw new Error(`the step ${step} sends nothing yet`)
  return core.call('runs.edit', { id, step, draft: edit(draft) })
}

export async function exchangesOf(core: Core, { exchanges }: StepRun): Promise<Exchange[]> {
  const found = await Promise.all(exchanges.map((id) => core.recorder.get(id)))
  return found.filter((exchange) => exchange !== undefined)
}
