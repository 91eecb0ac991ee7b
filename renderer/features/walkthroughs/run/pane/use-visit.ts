import { useState } from 'react'

import type { Walk } from '../walk.ts'

export interface Visit {
  /** What the walkthrough wants opened, or wanted last. */
  readonly address: string | undefined
  /** Another one is another visit, even to the same address. */
  readonly key: string
  readonly isShown: boolean
  /** The page has come back to the application. */
  readonly noteArrival: (url: string) => void
  /** Nobody waits for it any more; what it came to is only looked at. */
  readonly isOver: boolean
}

export type OpenVisit = Visit & { readonly address: string }

/** The browser is shown while the walk waits for it, and stays at what it came to, or was refused with. */
export function useVisit({ run, steps, deeds }: Walk): Visit {
  const sent = steps.findLastIndex(({ kind }, at) => kind === 'browser' && run.steps[at]?.startedAt !== undefined)
  const stepRun = run.steps[sent]
  const opened = stepRun?.edited?.url ?? stepRun?.draft?.url
  const key = `${run.id} ${run.createdAt} ${stepRun?.id} ${stepRun?.startedAt}`
  const [watched, setWatched] = useState<string>()
  const isWaiting = run.state === 'waiting'
  // Whoever was looking goes on looking at what the browser came to, unless it was answered elsewhere: here is still
  // the page that asks.
  const seen = deeds.hasAnswered ? undefined : isWaiting ? key : watched
  if (seen !== watched) setWatched(seen)
  const isWatched = seen === key && run.state !== 'cancelled'

  return {
    address: run.browserAddress ?? opened,
    key,
    // What is good once only must not be opened here as well.
    isShown: isWatched,
    isOver: !isWaiting,
    noteArrival(url) {
      // A fragment stays in the browser: only here can it be read.
      if (url.startsWith(run.redirect_uri) && url.includes('#') && isWaiting) void deeds.arrive(url)
    },
  }
}
