import { useEffect, useRef } from 'react'

import type { Arrangement } from '../../../stores/traffic/arrange.ts'

interface Revealing {
  readonly list: Arrangement
  readonly openId: string | undefined
  readonly reveal: (place: number) => void
}

/** Scrolls to the open exchange when it is opened, wherever from, and when it comes in; not when others do. */
export function useReveal({ list, openId, reveal }: Revealing): void {
  const revealed = useRef<string>(undefined)
  useEffect(() => {
    if (openId === undefined || revealed.current === openId) {
      revealed.current = openId
      return
    }
    const place = list.find(openId)
    if (place === -1) return
    revealed.current = openId
    reveal(place)
  }, [list, openId, reveal])
}
