/** The engine of the walkthroughs. What is kept of a run is the truth; here is only what is under way. */
import { randomUUID } from 'node:crypto'

import type { Choice, Draft } from '#shared/flows/flow.ts'
import { findFlow, FLOWS } from '#shared/flows/flows.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { KeptRun } from '../store/store.ts'
import { createPageAnswerer } from './answer-pages.ts'
import { createBusy } from './busy.ts'
import { assertPossible } from './check-choice.ts'
import { runTo } from './drive.ts'
import { conflict, invalidFields, messageOf, notFound } from './failures.ts'
import { FLOW_LIMITS, type FlowEngine, type FlowParts } from './flow-engine.ts'
import { createRuns, flowOf, stepsOf } from './runs.ts'
import { assertGoing, editStep, indexOfStep, putBack } from './state/run-changes.ts'
import { beginRun, changeRun, endVisit, rewind } from './state/run-state.ts'
import { visitAt } from './state/visits.ts'
import { createStepTaker } from './take-step.ts'
import { createDestinations } from './tools/destinations.ts'
import { createSend } from './tools/send.ts'
import { followTraffic } from './traffic/follow-traffic.ts'
import { findRun, parseArrival } from './visit/arrivals.ts'
import { watchRuns } from './watch-runs.ts'
import { createWorld } from './world.ts'

export function createFlows(parts: FlowParts): FlowEngine {
  const limits = { ...FLOW_LIMITS, ...parts.limits }
  const runs = createRuns({
    store: parts.store,
    onChanged(id, kept) {
      watch.follow(id, kept)
      parts.onChanged(id)
    },
  })
  const world = createWorld(parts)
  const destinations = createDestinations(parts)
  const following = followTraffic({ ...parts, runs, onReady: (id) => void prepareSoon(id) })
  const watch = watchRuns({ runs, following, limits })
  const stepParts = {
    runs,
    world,
    send: createSend({ destinations, recorder: parts.recorder }),
    destinations,
    following,
    limits,
  }
  const taker = createStepTaker(stepParts)
  const steps = createBusy('A step of this run is being taken. Wait until it is over, or cancel the run.')
  const drives = createBusy('This run is being walked. Wait until it is over, or cancel it.')
  const pages = createPageAnswerer({
    ...stepParts,
    flowParts: parts,
    arrive: (id, arrival) => steps.run(id, (signal) => taker.arrive(id, arrival, signal)),
  })
  const preparing = new Map<string, Promise<void>>()
  const redirect_uri = `${parts.screens.address}/callback`
  watch.recover()

  function forget(id: string): void {
    world.forget(id)
    taker.forget(id)
    pages.forget(id)
  }

  /** Beside what is under way: a step that is taken meanwhile waits for it. */
  function prepareSoon(id: string): Promise<void> {
    const never = new AbortController().signal
    const done = taker
      .prepare(id, never)
      .catch((error: unknown) => parts.onProblem(`A walkthrough could not be prepared: ${messageOf(error)}`))
      .finally(() => preparing.delete(id))
    preparing.set(id, done)
    return done
  }

  function assertIdle(id: string): KeptRun {
    const kept = runs.get(id)
    if (drives.isBusy(id)) throw conflict('This run is being walked. Wait until it is over, or cancel it.')
    if (steps.isBusy(id)) throw conflict('A step of this run is being taken. Wait until it is over, or cancel the run.')
    return kept
  }

  async function takeStep(id: string): Promise<void> {
    assertGoing(runs.get(id))
    await preparing.get(id)
    await steps.run(id, (signal) => taker.take(id, signal))
  }

  async function begin(run: Pick<FlowRun, 'id' | 'flow' | 'choice' | 'createdAt'>): Promise<FlowRun> {
    const { id, flow, choice, createdAt } = run
    const flowSteps = stepsOf({ run })
    runs.add(beginRun({ id, flow, choice, createdAt, redirect_uri, steps: flowSteps }))
    await steps.run(id, (signal) => taker.prepare(id, signal))
    return runs.get(id).run
  }

  async function endWorks(id: string): Promise<void> {
    await Promise.all([drives.end(id), steps.end(id)])
  }

  return {
    async create(flow: string, choice: Choice) {
      const found = findFlow(flow)
      if (!found) throw notFound('walkthrough', flow, `There are: ${FLOWS.map(({ id }) => id).join(', ')}.`)
      assertPossible(found, choice, world, parts)
      return begin({ id: randomUUID(), flow, choice, createdAt: Date.now() })
    },
    get: (id) => runs.get(id).run,
    list: (flow) => runs.list().filter((run) => flow === undefined || run.flow === flow),
    async next(id) {
      assertIdle(id)
      await takeStep(id)
      return runs.get(id).run
    },
    async sendAgain(id, step) {
      const kept = assertIdle(id)
      const index = indexOfStep(kept, step)
      if (index > kept.run.position) throw conflict('The walk has not come to this step yet. Run to it first.')
      const target = visitAt(stepsOf(kept), index)?.start ?? index
      runs.change(id, (now) => rewind(now, target))
      await takeStep(id)
      return runs.get(id).run
    },
    async edit(id, step, draft: Draft) {
      assertIdle(id)
      runs.change(id, (kept) => editStep(kept, step, draft))
      return runs.get(id).run
    },
    async putBack(id, step) {
      assertIdle(id)
      runs.change(id, (kept) => putBack(kept, step))
      return runs.get(id).run
    },
    async runTo(id, step, answer) {
      const kept = assertIdle(id)
      assertGoing(kept)
      const end = step === undefined ? kept.run.steps.length : indexOfStep(kept, step)
      await drives.run(id, (signal) =>
        runTo({
          read: () => runs.get(id).run,
          end,
          take: () => takeStep(id),
          // At another issuer only a person can sign in: the run waits for them.
          answer: answer && kept.run.choice.issuer === undefined ? () => pages.answer(id, signal) : undefined,
          signal,
        }),
      )
      await following.settled(id)
      return runs.get(id).run
    },
    async answer(id) {
      const { run } = assertIdle(id)
      const outside = world.findOutside(run.choice)
      if (outside) {
        throw conflict(
          `Nobody can be signed in at ${outside.issuer.name} from here: its pages are its own. Open the address in a browser and sign in there.`,
        )
      }
      await drives.run(id, (signal) => pages.answer(id, signal))
      await prepareSoon(id)
      return runs.get(id).run
    },
    async arrive(id, url) {
      const arrival = parseArrival(url)
      if (!arrival)
        throw invalidFields({ url: 'found nothing that an issuer could have sent, expected an answer in it' })
      const { run } = runs.get(id)
      if (run.state !== 'waiting') throw conflict('The run does not wait for a browser now. Take the next step.')
      await steps.run(id, (signal) => taker.arrive(id, arrival, signal))
      return runs.get(id).run
    },
    async takeArrival(arrival) {
      const waiting = runs.list().filter(({ state }) => state === 'waiting')
      const found = findRun(
        waiting.map(({ id }) => runs.get(id)),
        arrival,
      )
      if (found) await steps.run(found.run.id, (signal) => taker.arrive(found.run.id, arrival, signal))
    },
    async restart(id) {
      const { run } = runs.get(id)
      flowOf(run)
      await endWorks(id)
      forget(id)
      return begin(run)
    },
    async cancel(id) {
      runs.get(id)
      await endWorks(id)
      runs.change(id, (kept) => (kept.run.state === 'done' ? kept : changeRun(endVisit(kept), { state: 'cancelled' })))
      return runs.get(id).run
    },
    async remove(id) {
      await endWorks(id)
      forget(id)
      if (!runs.remove(id)) throw notFound('run', id, 'It may have been removed already.')
    },
    async close() {
      watch.close()
      await Promise.all([drives.close(), steps.close()])
    },
  }
}
