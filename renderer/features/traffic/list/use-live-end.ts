import { type RefObject, useLayoutEffect, useRef } from 'react'

import { type Arrangement, keyOf, type Order } from '../../../stores/traffic/arrange.ts'

export interface LiveEnd {
  readonly noteScroll: () => void
  readonly goToEnd: () => void
}

interface Following {
  readonly box: RefObject<HTMLElement | null>
  readonly list: Arrangement
  readonly order: Order
  readonly rowHeight: number
  readonly onAway: (isAway: boolean) => void
}

/**
 * At the end where new rows come in, the list goes with them. Away from it what is looked at stays where it is, whatever
 * comes and goes around it.
 */
export function useLiveEnd({ box, list, order, rowHeight, onAway }: Following): LiveEnd {
  const anchor = useRef({ isAtEnd: true, key: '', place: 0, offset: 0 })

  function isAtEnd(element: HTMLElement): boolean {
    if (order === 'newest-first') return element.scrollTop < rowHeight
    return element.scrollTop + element.clientHeight > element.scrollHeight - rowHeight
  }

  function note(element: HTMLElement): void {
    const place = Math.floor(element.scrollTop / rowHeight)
    const entry = list.at(place)
    const key = entry === undefined ? '' : keyOf(entry)
    anchor.current = { isAtEnd: isAtEnd(element), key, place, offset: element.scrollTop - place * rowHeight }
  }

  function noteScroll(): void {
    const element = box.current
    if (element === null) return
    note(element)
    onAway(!anchor.current.isAtEnd)
  }

  function goToEnd(): void {
    const element = box.current
    if (element === null) return
    element.scrollTop = order === 'newest-first' ? 0 : element.scrollHeight
    noteScroll()
  }

  const before = useRef(order)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const isTurned = before.current !== order
    before.current = order
    const { isAtEnd: wasAtEnd, key, place, offset } = anchor.current
    if (wasAtEnd || isTurned) element.scrollTop = order === 'newest-first' ? 0 : element.scrollHeight
    else {
      const now = list.find(key)
      if (now !== -1 && now !== place) element.scrollTop = now * rowHeight + offset
    }
    note(element)
    if (isTurned) onAway(false)
    // The list alone moves what is looked at; the rest is read as it is then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [list, order])

  return { noteScroll, goToEnd }
}
