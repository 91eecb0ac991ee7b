import { useSyncExternalStore } from 'react'

/** Seconds since the epoch. All clocks on the screen tick together. */
export function useNow(): number {
  return useSyncExternalStore(follow, readNow)
}

function follow(onTick: () => void): () => void {
  const timer = setInterval(onTick, 1000)
  return () => clearInterval(timer)
}

function readNow(): number {
  return Math.floor(Date.now() / 1000)
}
