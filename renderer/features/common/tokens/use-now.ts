import { useEffect, useState } from 'react'

/** Seconds since the epoch, counted now and then. */
export function useNow(every = 5000): number {
  const [now, setNow] = useState(readNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(readNow()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}

function readNow(): number {
  return Math.floor(Date.now() / 1000)
}
