import { useRef } from 'react'

import type { Arrangement, ListEntry } from '../../../stores/traffic/arrange.ts'
import { useToasts } from '../../../stores/use-stores.tsx'
import { type ExchangeSelection, MOST_SELECTED } from '../use-selection.ts'
import { TEXT } from './text.ts'

interface Selecting {
  readonly list: Arrangement
  readonly active: number
  readonly selection: ExchangeSelection
}

/** Selects row by row, and from where one began to where one is. */
export function useRangeSelection({ list, active, selection }: Selecting) {
  const show = useToasts((state) => state.show)
  const anchor = useRef<number>(undefined)

  function set(ids: readonly number[]): void {
    if (new Set(ids).size > MOST_SELECTED) show({ text: TEXT.selection.tooMany(MOST_SELECTED) })
    selection.set(ids)
  }

  function toggle(entry: ListEntry, place: number): void {
    anchor.current = place
    if (entry.kind === 'exchange') return selection.toggle(entry.id)
    const ids = idsOfGroup(list, entry, place)
    const isWhole = ids.every((id) => selection.ids.includes(id))
    set(isWhole ? selection.ids.filter((id) => !ids.includes(id)) : [...selection.ids, ...ids])
  }

  function extendTo(place: number): void {
    anchor.current ??= Math.max(0, active)
    const [first, last] = [Math.min(anchor.current, place), Math.max(anchor.current, place)]
    const most = Math.min(last, first + MOST_SELECTED * 2)
    const ids: number[] = []
    for (let at = first; at <= most; at += 1) {
      const entry = list.at(at)
      if (entry?.kind === 'exchange') ids.push(entry.id)
    }
    set([...selection.ids, ...ids])
  }

  function clear(): boolean {
    if (selection.ids.length === 0) return false
    anchor.current = undefined
    selection.clear()
    return true
  }

  function isSelected(entry: ListEntry): boolean {
    return entry.kind === 'exchange' && selection.ids.includes(entry.id)
  }

  return { toggle, extendTo, clear, isSelected }
}

/** Those that are unfolded; of a folded one nothing is seen that could be selected. */
function idsOfGroup(
  list: Arrangement,
  { count, isOpen }: Extract<ListEntry, { kind: 'group' }>,
  place: number,
): number[] {
  if (!isOpen) return []
  const ids: number[] = []
  for (let at = place + 1; at <= place + count; at += 1) {
    const entry = list.at(at)
    if (entry?.kind === 'exchange') ids.push(entry.id)
  }
  return ids
}
