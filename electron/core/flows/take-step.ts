/** One step of a run: what it sends is built and sent, what comes back is read, and the run moves on. */
import type { Arrival, Step } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { KeptRun } from '../store/store.ts'
import { conflict, messageOf } from './failures.ts'
import { stepsOf } from './runs.ts'
import { advance, backToFailed, comeBack } from './state/after-step.ts'
import { changeRun, changeStep, currentOf, failStep, moveTo } from './state/run-state.ts'
import { visitAt } from './state/visits.ts'
import { createStepRequests, type Current, type StepParts } from './step-requests.ts'

export interface StepTaker {
  /** Takes the current step, or once more the one that the run has stopped at. */
  take(id: string, signal: AbortSignal): Promise<void>
  /** The browser is back. */
  arrive(id: string, arrival: Arrival, signal: AbortSignal): Promise<void>
  /** Builds what the current step sends, so that it can be looked at and changed. */
  prepare(id: string, signal: AbortSignal): Promise<void>
  forget(id: string): void
}

export function createStepTaker(parts: StepParts): StepTaker {
  const { runs, destinations, limits, world } = parts
  const requests = createStepRequests(parts)
  const { sendFrom, contextOf, draftOf } = requests

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
    assertOpens(current, draft.url)
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

  /** Another issuer may have its pages wherever it likes. */
  function assertOpens({ kept }: Current, address: string): void {
    const isElsewhere = world.findOutside(kept.run.choice) !== undefined && /^https?:/i.test(address)
    if (!isElsewhere) destinations.find(address)
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

  async function prepare(id: string, signal: AbortSignal): Promise<void> {
    const { run } = runs.get(id)
    if (run.state !== 'ready' || run.position >= run.steps.length) return
    const current = currentStep(id, signal)
    const { step } = current
    if (step.kind !== 'call' && step.kind !== 'browser') return
    const change = await requests.buildDraft(current, step)
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
    forget: requests.forget,
  }
}

const CLEAN = { answer: undefined, failure: undefined, error: undefined, again: undefined, checks: [] }
