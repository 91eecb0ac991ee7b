/** Brings what is recorded to the runs that it belongs to: their own requests, and what their browsers do. */
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import { messageOf } from '../failures.ts'
import type { FlowParts } from '../flow-engine.ts'
import type { Runs } from '../runs.ts'
import { addExchange } from '../state/people.ts'
import { changeStep, findStep } from '../state/run-state.ts'
import { createOwnRequests, type OwnRequest } from './own-requests.ts'
import { isOfBrowser, isOfVisit, noteVisit } from './note-visit.ts'

export interface Following {
  /** A request that the run sends itself. */
  expect(request: OwnRequest): void
  /** The browser is on its way. */
  begin(run: string): void
  end(run: string): void
  /** Resolves when what was sent and answered so far has been brought to the run. */
  settled(run: string): Promise<void>
  close(): void
}

/** Milliseconds in which what was recorded last may still come. */
const LINGER = 5_000

export interface FollowingParts extends Pick<FlowParts, 'recorder' | 'onProblem'> {
  readonly runs: Runs
  /** Told that a run may go on, since its browser is done. */
  readonly onReady: (run: string) => void
}

export function followTraffic({ recorder, onProblem, runs, onReady }: FollowingParts): Following {
  const own = createOwnRequests()
  const away = new Map<string, NodeJS.Timeout | undefined>()
  let unsubscribe: (() => void) | undefined
  let idle: NodeJS.Timeout | undefined
  let working = Promise.resolve()

  function listen(): void {
    clearTimeout(idle)
    idle = undefined
    unsubscribe ??= recorder?.subscribe((summary) => {
      if (own.mayBe(summary) || (away.size > 0 && isOfBrowser(summary))) enqueue(summary)
    })
    if (away.size === 0) idle = setTimeout(stop, LINGER).unref()
  }

  function stop(): void {
    clearTimeout(idle)
    unsubscribe?.()
    unsubscribe = undefined
  }

  function isOfSomeVisit(summary: ExchangeSummary): boolean {
    return away.keys().some((id) => {
      const kept = runs.find(id)
      return kept !== undefined && isOfVisit(kept, summary)
    })
  }

  /** One after the other: what a page was answered with has to come after what it was opened with. */
  function enqueue(summary: ExchangeSummary): void {
    working = working
      .then(() => bring(summary))
      .catch((error: unknown) => onProblem(`A walkthrough lost track of its browser: ${messageOf(error)}`))
  }

  /** One after the other: whose sign-in it is shows in what came before. */
  async function bring(summary: ExchangeSummary): Promise<void> {
    if (!own.mayBe(summary) && !isOfSomeVisit(summary)) return
    const exchange = await recorder?.get(summary.id)
    if (!exchange) return
    const request = own.take(exchange)
    if (request) noteOwn(request, exchange)
    else for (const run of away.keys()) note(run, exchange)
  }

  function note(run: string, exchange: Exchange): void {
    const before = runs.find(run)?.run.state
    runs.change(run, (kept) => noteVisit(kept, exchange))
    if (before === 'waiting' && runs.find(run)?.run.state === 'ready') onReady(run)
  }

  function noteOwn({ run, step, startedAt, isMain }: OwnRequest, { id, signIn }: Exchange): void {
    runs.change(run, (kept) => {
      if (findStep(kept, step)?.startedAt !== startedAt) return kept
      const noted = changeStep(kept, step, (found) => ({ exchanges: addExchange(found, id) }))
      return isMain && signIn !== undefined ? { ...noted, signIns: { ...noted.signIns, [step]: signIn } } : noted
    })
  }

  return {
    expect(request) {
      if (!recorder) return
      own.add(request)
      listen()
    },
    begin(run) {
      clearTimeout(away.get(run))
      away.set(run, undefined)
      listen()
    },
    end(run) {
      if (!away.has(run) || away.get(run)) return
      const forget = (): void => {
        away.delete(run)
        listen()
      }
      away.set(run, setTimeout(forget, LINGER).unref())
    },
    async settled(run) {
      if (!recorder) return
      await recorder.flush()
      await own.settled(run)
      for (let done; done !== working;) {
        done = working
        await done
      }
    },
    close() {
      for (const timer of away.values()) clearTimeout(timer)
      away.clear()
      stop()
    },
  }
}
