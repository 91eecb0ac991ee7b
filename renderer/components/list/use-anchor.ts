import { type RefObject, useLayoutEffect, useRef } from 'react'
import { findNear } from './find-near.ts'

interface Anchor {
  readonly index: number
  readonly key: string
  readonly isAtEnd: boolean
}

interface Anchored<T> {
  readonly box: RefObject<HTMLElement | null>
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly rowHeight: number
  readonly followsEnd: boolean
}

/**
 * Keeps what is looked at where it is while rows come and go above it. At the very top, and at the end of a list
 * that follows its end, the new rows are what is looked at.
 */
export function useAnchor<T>({ box, items, keyOf, rowHeight, followsEnd }: Anchored<T>): () => void {
  const anchor = useRef<Anchor>(undefined)

  function note(): void {
    const element = box.current
    if (element === null) return
    const index = Math.floor(element.scrollTop / rowHeight)
    const item = items[index]
    const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - rowHeight
    anchor.current = item === undefined ? undefined : { index, key: keyOf(item), isAtEnd }
  }

  useLayoutEffect(() => {
    const element = box.current
    const before = anchor.current
    if (element !== null && before !== undefined) {
      if (followsEnd && before.isAtEnd) element.scrollTop = element.scrollHeight
      else if (element.scrollTop > 0) {
        const index = findNear(items, keyOf, before.key, before.index)
        if (index !== -1 && index !== before.index) element.scrollTop += (index - before.index) * rowHeight
      }
    }
    note()
    // The list alone moves what is looked at; the rest is read as it is then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [items])

  return note
}
