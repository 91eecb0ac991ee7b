/** One step of a run: what it sends is built and sent, what comes back is read, and the run moves on. */
import type { Arrival, Context, Draft, Outcome, Step } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { KeptRun } from '../store/store.ts'
import { conflict, messageOf } from './failures.ts'
import type { FlowLimits } from './flow-engine.ts'
import { type Runs, stepsOf } from './runs.ts'
import { finishVisit } from './state/people.ts'
import { applyOutcome, changeRun, changeStep, currentOf, failStep, knownAt, moveTo, rewind } from './state/run-state.ts'
import { lastVisit, visitAt } from './state/visits.ts'
import type { Destinations } from './tools/destinations.ts'
import type { Send } from './tools/send.ts'
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

export interface StepTaker {
  /** Takes the current step, or once more the one that the run has stopped at. */
  take(id: string, signal: AbortSignal): Promise<void>
  /** The browser is back. */
  arrive(id: string, arrival: Arrival, signal: AbortSignal): Promise<void>
  /** Builds what the current step sends, so that it can be looked at and changed. */
  prepare(id: string, signal: AbortSignal): Promise<void>
  forget(id: string): void
}

/** Milliseconds. What is signed into a request ages, so one that was looked at for long is built anew. */
const FRESH = 60_000

interface Built {
  readonly step: string
  readonly at: number
}

interface Current {
  readonly kept: KeptRun
  readonly step: Step
  readonly index: number
  readonly signal: AbortSignal
}

export function createStepTaker({ runs, world, send, destinations, following, limits }: StepParts): StepTaker {
  const built = new Map<string, Built>()

  function sendFrom({ kept, step, signal }: Current, startedAt: number, isMain: boolean) {
    return (draft: Draft) => {
      const { path } = destinations.find(draft.url)
      const request = { run: kept.run.id, step: step.id, startedAt, method: draft.method, path, isMain }
      return send(draft, { limit: limits.request, signal, onPort: (port) => following.expect({ ...request, port }) })
    }
  }

  function contextOf(current: Current, startedAt = 0): Promise<Context> {
    const { kept, index } = current
    const fetch = sendFrom(current, startedAt, false)
    const known = knownAt(kept, index)
    return world.buildContext(kept.run, known, (url) => fetch({ method: 'GET', url, headers: ACCEPT_JSON }))
  }

  /** As the person has it, else as the flow has it. */
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

  async function attempt(current: Current, work: (startedAt: number) => Promise<(kept: KeptRun) => KeptRun>) {
    const { kept, step, signal } = current
    const { id } = kept.run
    const startedAt = Math.max(Date.now(), (currentOf(kept)?.startedAt ?? 0) + 1)
    runs.change(id, (now) =>
      changeStep(changeRun(now, { state: 'busy' }), step.id, () => ({ ...CLEAN, startedAt, state: 'current' })),
    )
    const start = performance.now()
    try {
      const change = await work(startedAt)
      if (signal.aborted) return
      const duration = performance.now() - start
      runs.change(id, (now) => change(changeStep(now, step.id, () => ({ duration }))))
    } catch (error) {
      if (signal.aborted) return
      runs.change(id, (now) => failStep(now, step.id, messageOf(error)))
    }
  }

  async function takeCall(current: Current, step: Extract<Step, { kind: 'call' }>, startedAt: number) {
    const context = await contextOf(current, startedAt)
    const sent = await draftOf(current, context)
    if (!sent) throw new Error('there is nothing to send')
    const answer = await sendFrom(current, startedAt, true)(sent)
    runs.change(current.kept.run.id, (now) => changeStep(now, step.id, () => ({ answer })))
    return advance(current, await step.process(context, answer, sent))
  }

  async function openBrowser(current: Current, startedAt: number) {
    const draft = await draftOf(current, await contextOf(current, startedAt))
    if (!draft) throw new Error('there is no address to open')
    if (draft.method !== 'GET')
      throw conflict(`A browser opens an address by GET, not by ${draft.method}. Put it back.`)
    destinations.find(draft.url)
    const waiting: Partial<FlowRun> = {
      state: 'waiting',
      browserAddress: draft.url,
      waitsUntil: Date.now() + limits.visit,
    }
    return (kept: KeptRun) =>
      changeRun(
        moveTo(
          changeStep(kept, current.step.id, () => ({ state: 'done' })),
          current.index + 1,
        ),
        waiting,
      )
  }

  function currentStep(id: string, signal: AbortSignal): Current {
    const kept = runs.get(id)
    const index = kept.run.position
    const step = stepsOf(kept)[index]
    if (!step) throw conflict('The run is at its end. Restart it to walk it once more.')
    return { kept, step, index, signal }
  }

  async function take(id: string, signal: AbortSignal): Promise<void> {
    const current = currentStep(id, signal)
    const { step } = current
    switch (step.kind) {
      case 'local':
        return attempt(current, async (startedAt) =>
          advance(current, await step.run(await contextOf(current, startedAt))),
        )
      case 'call':
        return attempt(current, (startedAt) => takeCall(current, step, startedAt))
      case 'browser':
        return attempt(current, (startedAt) => openBrowser(current, startedAt))
      case 'person':
      case 'arrival':
        return goOn(current)
    }
  }

  /** Where nobody is sent back, the client need not wait until the person is done: it may ask too early. */
  function goOn({ kept, index, signal }: Current): Promise<void> {
    const { id, choice } = kept.run
    const visit = visitAt(stepsOf(kept), index)
    if (!visit || visit.arrival !== undefined || visit.end === kept.run.steps.length) {
      throw conflict(
        `The run waits for the browser: sign in there as ${choice.user}, let the playground answer, or cancel.`,
      )
    }
    runs.change(id, (now) => changeRun(moveTo(now, visit.end), { state: 'ready' }))
    return take(id, signal)
  }

  async function buildDraft(current: Current, step: Extract<Step, { kind: 'call' | 'browser' }>) {
    try {
      const draft = await step.build(await contextOf(current))
      built.set(current.kept.run.id, { step: step.id, at: Date.now() })
      return (kept: KeptRun) => changeStep(kept, step.id, () => ({ draft }))
    } catch (error) {
      return (kept: KeptRun) => failStep(kept, step.id, messageOf(error))
    }
  }

  async function prepare(id: string, signal: AbortSignal): Promise<void> {
    const { run } = runs.get(id)
    if (run.state !== 'ready' || run.position >= run.steps.length) return
    const current = currentStep(id, signal)
    const { step } = current
    if (step.kind !== 'call' && step.kind !== 'browser') return
    const change = await buildDraft(current, step)
    // The run may have gone elsewhere in the meantime.
    if (signal.aborted) return
    runs.change(id, (now) => (now.run.state === 'ready' && now.run.position === current.index ? change(now) : now))
  }

  return {
    async take(id, signal) {
      runs.change(id, backToFailed)
      await take(id, signal)
      if (!signal.aborted) await prepare(id, signal)
    },
    async arrive(id, arrival, signal) {
      runs.change(id, (kept) => comeBack(kept, arrival))
      const current = currentStep(id, signal)
      const { step } = current
      if (step.kind !== 'arrival') throw conflict('The run does not wait for a browser that comes back.')
      await attempt(current, async (startedAt) =>
        advance(current, await step.process(await contextOf(current, startedAt), arrival)),
      )
      if (!signal.aborted) await prepare(id, signal)
    },
    prepare,
    forget: (id) => void built.delete(id),
  }
}

const ACCEPT_JSON = [['accept', 'application/json'] as const]

const CLEAN = { answer: undefined, failure: undefined, error: undefined, again: undefined, checks: [] }

/** Done steps hand over to the next one; the run waits, or is ready, or at its end. */
function advance({ step, index }: Current, outcome: Outcome) {
  return (kept: KeptRun): KeptRun => {
    const after = applyOutcome(kept, step.id, outcome)
    if (after.run.steps[index]?.state !== 'done') return after
    const steps = stepsOf(after)
    // The answer that a client polled for is there, so whatever the browser still shows is over.
    const visit = after.run.browserAddress === undefined ? undefined : lastVisit(steps, index)
    const moved = moveTo(visit ? finishVisit(after, steps, visit) : after, index + 1)
    return index + 1 === steps.length ? changeRun(moved, { state: 'done' }) : moved
  }
}

function backToFailed(kept: KeptRun): KeptRun {
  const { state, position } = kept.run
  if (state !== 'stopped') return kept
  const visit = visitAt(stepsOf(kept), position)
  return rewind(kept, visit?.start ?? position)
}

function comeBack(kept: KeptRun, arrival: Arrival): KeptRun {
  const steps = stepsOf(kept)
  const visit = visitAt(steps, kept.run.position)
  if (kept.run.state !== 'waiting' || visit?.arrival === undefined) return kept
  const finished = finishVisit(kept, steps, visit)
  return changeStep(finished, steps[visit.arrival]?.id ?? '', () => ({ arrival }))
}
