import { useState } from 'react'

import type { Walk } from '../walk.ts'

export interface Visit {
  /** What the walkthrough wants opened, or wanted last. */
  readonly address: string | undefined
  /** Another one is another visit, even to the same address. */
  readonly key: string
  readonly isShown: boolean
  /** The page has come back to the application, where it stays to be looked at. */
  readonly noteArrival: (url: string) => void
  /** The page is seen to have got stuck there. */
  readonly isOver: boolean
}

/** The browser is shown while the walk waits for it, and stays at what it came to, or was refused with. */
export function useVisit({ run, steps, deeds }: Walk): Visit {
  const sent = steps.findLastIndex(({ kind }, at) => kind === 'browser' && run.steps[at]?.startedAt !== undefined)
  const stepRun = run.steps[sent]
  const opened = stepRun?.edited?.url ?? stepRun?.draft?.url
  const key = `${run.id} ${run.createdAt} ${stepRun?.id} ${stepRun?.startedAt}`
  const [watched, setWatched] = useState<string>()
  const [arrived, setArrived] = useState<string>()
  const isWaiting = run.state === 'waiting'
  // Whoever was looking when the issuer refused goes on looking at its page.
  if (isWaiting && watched !== key) setWatched(key)
  const isRefused = stepRun?.state === 'failed' && watched === key

  return {
    address: run.browserAddress ?? opened,
    key,
    isShown: isWaiting || arrived === key || isRefused,
    isOver: !isWaiting,
    noteArrival(url) {
      setArrived(key)
      // A fragment stays in the browser: only here can it be read.
      if (url.startsWith(run.redirect_uri) && url.includes('#') && isWaiting) void deeds.arrive(url)
    },
  }
}
