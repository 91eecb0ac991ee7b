import { useMemo, useState } from 'react'
import { findNear } from './find-near.ts'

export interface ActiveRow {
  /** Where the selected row is; -1 where there is none. */
  readonly selected: number
  /** The row that the keys are at; -1 in an empty list only. */
  readonly active: number
  readonly setActive: (key: string) => void
}

/** Keeps the active row by its key, so that it stays the same row while others come and go. */
export function useActiveRow<T>(
  items: readonly T[],
  rowKey: (item: T) => string,
  selectedKey: string | undefined,
): ActiveRow {
  const [activeKey, setActive] = useState(selectedKey)
  const [known, setKnown] = useState(selectedKey)
  const [place, setPlace] = useState(0)
  if (selectedKey !== known) {
    setKnown(selectedKey)
    if (selectedKey !== undefined) setActive(selectedKey)
  }

  const selected = useIndex(items, rowKey, selectedKey, place)
  const found = useIndex(items, rowKey, activeKey, place)
  if (found !== -1 && found !== place) setPlace(found)
  // A row that is gone hands over to the one that took its place.
  const active = found === -1 ? Math.min(place, items.length - 1) : found
  return { selected, active, setActive }
}

/** Where the item with this key is; -1 without a key, or when it is not there. */
function useIndex<T>(items: readonly T[], rowKey: (item: T) => string, key: string | undefined, place: number): number {
  return useMemo(
    () => (key === undefined ? -1 : findNear(items, rowKey, key, place)),
    // A new function for the same keys must not cost a search through all of them, nor another place to start from.
    // oxlint-disable-next-line react/exhaustive-deps
    [items, key],
  )
}
