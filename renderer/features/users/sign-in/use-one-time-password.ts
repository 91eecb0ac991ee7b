import { useEffect, useState } from 'react'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge } from '../../../stores/use-stores.tsx'

export interface OneTimePassword {
  readonly code: string
  /** Seconds since the epoch, by the clock of the screens. */
  readonly endsAt: number
}

/** The code of this moment, and then the next. */
export function useOneTimePassword(username: string): { value?: OneTimePassword; error?: string } {
  const bridge = useBridge()
  const [state, setState] = useState<{ value?: OneTimePassword; error?: string }>({})

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true

    async function ask(): Promise<void> {
      try {
        const { code, secondsLeft } = await bridge.call('users.oneTimePassword', { username })
        if (!isWanted) return
        setState({ value: { code, endsAt: Math.floor(Date.now() / 1000) + secondsLeft } })
        timer = setTimeout(() => void ask(), secondsLeft * 1000)
      } catch (error) {
        if (isWanted) setState({ error: parseError(error).message })
      }
    }

    void ask()
    // The secret may be another one.
    const stops = [
      bridge.listen('changed', ({ what }) => {
        if (what !== 'users') return
        clearTimeout(timer)
        void ask()
      }),
      bridge.onState((line) => void (line === 'open' && ask())),
    ]
    return () => {
      isWanted = false
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [bridge, username])

  return state
}
