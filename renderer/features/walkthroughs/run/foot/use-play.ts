import { useEffect, useEffectEvent, useState } from 'react'

import type { Walk } from '../walk.ts'
import type { Primary } from '../use-primary.ts'

/** Milliseconds from one step to the next. */
export type Pace = 6000 | 3000 | 1000

export interface Play {
  readonly pace: Pace | undefined
  readonly start: (pace: Pace) => void
  readonly pause: () => void
}

/** Goes on by itself, and answers for the user, until it is over or stops. */
export function usePlay(walk: Walk, primary: Primary): Play {
  const [pace, setPace] = useState<Pace>()
  const { run, index, deeds } = walk
  const isOver = (run.state === 'done' && index >= run.steps.length - 1) || run.state === 'cancelled'
  const isPlaying = pace !== undefined && !isOver && run.state !== 'stopped'

  const go = useEffectEvent(() => {
    if (run.state === 'waiting') void deeds.answer()
    else void primary.act?.()
  })

  const moment = `${index} ${run.position} ${run.state} ${deeds.isBusy}`
  const isBusy = deeds.isBusy || run.state === 'busy'
  useEffect(() => {
    if (!isPlaying || isBusy || pace === undefined) return
    const timer = setTimeout(go, pace)
    return () => clearTimeout(timer)
  }, [isPlaying, isBusy, pace, moment])

  return { pace: isPlaying ? pace : undefined, start: setPace, pause: () => setPace(undefined) }
}
