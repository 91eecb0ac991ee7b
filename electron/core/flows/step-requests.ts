/** What a step sends and builds on; a request is built when its step comes up, so that it can be looked at and changed. */
import type { Context, Draft, Step } from '#shared/flows/flow.ts'

import type { KeptRun } from '../store/store.ts'
import { messageOf } from './failures.ts'
import type { FlowLimits } from './flow-engine.ts'
import type { Runs } from './runs.ts'
import { changeStep, currentOf, failStep, knownAt } from './state/run-state.ts'
import type { Destinations } from './tools/destinations.ts'
import type { Mark, Send } from './tools/send.ts'
import type { Following } from './traffic/follow-traffic.ts'
import type { World } from './world.ts'

export interface StepParts {
  readonly runs: Runs
  readonly world: World
  readonly send: Send
  readonly destinations: Destinations
  readonly following: Following
  readonly limits: FlowLimits
}

/** Milliseconds. What is signed into a request ages, so one that was looked at for long is built anew. */
const FRESH = 60_000

interface Built {
  readonly step: string
  readonly at: number
}

export interface Current {
  readonly kept: KeptRun
  readonly step: Step
  readonly index: number
  readonly signal: AbortSignal
}

export interface StepRequests {
  /** Sends in the name of a step. `isMain`: the step's own request, and not one beside it. */
  sendFrom(current: Current, startedAt: number, isMain: boolean): (draft: Draft) => ReturnType<Send>
  contextOf(current: Current, startedAt?: number): Promise<Context>
  /** As the person has it, else as the flow has it; undefined when the step sends nothing. */
  draftOf(current: Current, context: Context): Promise<Draft | undefined>
  /** For a step that has just come up. */
  buildDraft(current: Current, step: Sending): Promise<(kept: KeptRun) => KeptRun>
  forget(run: string): void
}

export type Sending = Extract<Step, { kind: 'call' | 'browser' }>

export function createStepRequests({ runs, world, send, destinations, following, limits }: StepParts): StepRequests {
  const built = new Map<string, Built>()

  function sendFrom({ kept, step, signal }: Current, startedAt: number, isMain: boolean) {
    return (draft: Draft) => {
      const outside = world.findOutside(kept.run.choice)
      const { path } = destinations.find(draft.url, outside)
      const request = { run: kept.run.id, step: step.id, startedAt, method: draft.method, path, isMain }
      const onMark = (mark: Mark) => following.expect({ ...request, ...mark })
      return send(draft, { limit: limits.request, signal, outside, onMark })
    }
  }

  function contextOf(current: Current, startedAt = 0): Promise<Context> {
    const { kept, index } = current
    const fetch = sendFrom(current, startedAt, false)
    const known = knownAt(kept, index)
    return world.buildContext(kept.run, known, (url) => fetch({ method: 'GET', url, headers: ACCEPT_JSON }))
  }

  async function draftOf(current: Current, context: Context): Promise<Draft | undefined> {
    const { kept, step } = current
    if (step.kind !== 'call' && step.kind !== 'browser') return undefined
    const { draft, edited } = currentOf(kept) ?? {}
    if (edited) return edited
    const last = built.get(kept.run.id)
    built.delete(kept.run.id)
    if (draft && last?.step === step.id && Date.now() - last.at < FRESH) return draft
    const fresh = await step.build(context)
    runs.change(kept.run.id, (now) => changeStep(now, step.id, () => ({ draft: fresh })))
    return fresh
  }

  async function buildDraft(current: Current, step: Sending) {
    try {
      const draft = await step.build(await contextOf(current))
      built.set(current.kept.run.id, { step: step.id, at: Date.now() })
      return (kept: KeptRun) => changeStep(kept, step.id, () => ({ draft }))
    } catch (error) {
      return (kept: KeptRun) => failStep(kept, step.id, messageOf(error))
    }
  }

  return { sendFrom, contextOf, draftOf, buildDraft, forget: (run) => void built.delete(run) }
}

const ACCEPT_JSON = [['accept', 'application/json'] as const]
