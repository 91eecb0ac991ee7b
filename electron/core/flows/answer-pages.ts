/** "Answer for Alice": walks the address that a run waits for, through the issuer's real pages. */
import type { Arrival } from '#shared/flows/flow.ts'
import { ValetKeyError } from '#shared/errors.ts'

import type { FlowRun } from '#shared/model/flow-run.ts'

import type { KeptRun } from '../store/store.ts'
import type { Person } from './browser/answer-page.ts'
import { type CookieJar, createCookieJar } from './browser/cookie-jar.ts'
import { type Ending, walkPages } from './browser/walk-pages.ts'
import { conflict, invalidFields, messageOf } from './failures.ts'
import type { FlowParts } from './flow-engine.ts'
import { stepsOf } from './runs.ts'
import { finishVisit } from './state/people.ts'
import { changeRun } from './state/run-state.ts'
import { lastVisit } from './state/visits.ts'
import type { StepParts } from './step-requests.ts'
import { failVisit, type VisitFailure } from './traffic/note-visit.ts'

export interface PageAnswerer {
  answer(id: string, signal: AbortSignal): Promise<void>
  forget(id: string): void
}

export interface AnswerParts extends StepParts {
  readonly flowParts: FlowParts
  arrive(id: string, arrival: Arrival): Promise<void>
}

export function createPageAnswerer({
  runs,
  send,
  destinations,
  following,
  limits,
  flowParts,
  arrive,
}: AnswerParts): PageAnswerer {
  const jars = new Map<string, CookieJar>()
  const { store, oneTimePassword } = flowParts

  function personOf({ run }: KeptRun): Person {
    const user = store.users.get(run.choice.user)
    if (!user) throw invalidFields({ user: `There is no user ${run.choice.user} any more.` })
    const { secondFactor } = user
    return {
      user,
      oneTimePassword: secondFactor && oneTimePassword(secondFactor.totpSecret),
      userCode: knownOf(run, 'user_code'),
      request: knownOf(run, 'auth_req_id'),
    }
  }

  function jarOf(id: string): CookieJar {
    const jar = jars.get(id) ?? createCookieJar()
    jars.set(id, jar)
    return jar
  }

  function isAway(id: string, address: string): boolean {
    return runs.get(id).run.browserAddress === address
  }

  function fail(id: string, failure: VisitFailure): void {
    runs.change(id, (kept) => {
      const steps = stepsOf(kept)
      const visit = lastVisit(steps, kept.run.position)
      return visit ? failVisit(kept, steps, visit, failure) : kept
    })
  }

  /** An error page is known from the traffic, with the issuer's reason; without a record, by its title. */
  async function end(id: string, address: string, ending: Ending): Promise<void> {
    if (ending.arrival && isAway(id, address)) return arrive(id, ending.arrival)
    await following.settled(id)
    if (!isAway(id, address)) return
    const kept = runs.get(id)
    const steps = stepsOf(kept)
    const visit = lastVisit(steps, kept.run.position)
    const isOver = ending.status < 400 && visit?.arrival === undefined
    if (!visit || !isOver) return fail(id, { failure: `The browser ended at a page of the issuer: “${ending.title}”.` })
    runs.change(id, (now) => {
      const finished = finishVisit(now, steps, visit)
      return finished.run.state === 'waiting' ? changeRun(finished, { state: 'ready' }) : finished
    })
  }

  return {
    async answer(id, signal) {
      const kept = runs.get(id)
      const { browserAddress: address, redirect_uri: home } = kept.run
      if (address === undefined) throw conflict('The run does not wait for a browser now. Take the next step.')
      const walk = { send, isOwn: destinations.isOwn, jar: jarOf(id), limit: limits.request, signal, home }
      try {
        const ending = await walkPages(address, personOf(kept), walk)
        if (!signal.aborted) await end(id, address, ending)
      } catch (error) {
        if (signal.aborted) return
        if (!(error instanceof ValetKeyError)) throw error
        fail(id, { failure: messageOf(error) })
      }
    },
    forget: (id) => void jars.delete(id),
  }
}

function knownOf({ known }: FlowRun, name: string): string | undefined {
  const value = known[name]?.value
  return typeof value === 'string' ? value : undefined
}
