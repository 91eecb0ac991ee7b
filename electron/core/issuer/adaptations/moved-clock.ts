/**
 * An issuer whose clock goes ahead of true time, or behind it. oidc-provider asks `Date.now` for the time in some twenty
 * places and lets nobody tell it another. So `Date.now` is replaced, the first time that a clock is moved at all, by one
 * that adds what the work on a request was begun with: the requests of that issuer see its time, and whatever else goes
 * on in the process (the recorder, the screens, another issuer) sees the machine's.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

import { replaceDateNow } from '../../store/true-time.ts'

/** Seconds. */
const moved = new AsyncLocalStorage<number>()

/** Does the work, and all that follows from it, at a time so many seconds ahead. */
export function atMovedTime<Result>(offset: number, work: () => Result): Result {
  if (offset === 0) return work()
  replaceDateNow((machine) => () => machine() + (moved.getStore() ?? 0) * 1000)
  return moved.run(offset, work)
}

/** Seconds since the epoch by the clock of the issuer whose request is being worked on. */
export function issuerSeconds(): number {
  return Math.floor(Date.now() / 1000)
}

/** For jose, which asks for the time in a way that cannot be moved. */
export function issuerDate(): Date {
  return new Date(Date.now())
}
