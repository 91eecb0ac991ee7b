import type { KeyboardEvent } from 'react'

import { moveInList } from '../../../components/list/move-in-list.ts'
import type { Arrangement, ListEntry } from '../../../stores/traffic/arrange.ts'

export interface ListKeys {
  readonly list: Arrangement
  /** -1 in an empty list only. */
  readonly active: number
  readonly pageRows: () => number
  readonly move: (place: number, isSelecting: boolean) => void
  readonly open: (entry: ListEntry) => void
  readonly select: (entry: ListEntry) => void
  readonly fold: (entry: ListEntry, isOpen: boolean) => void
  /** Says whether there was something to clear. */
  readonly clear: () => boolean
}

/** As in an editor: j and k beside the arrows. */
const LETTERS: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp', J: 'ArrowDown', K: 'ArrowUp' }

/** What a key does in the list; says whether it was one of the list's. */
export function pressInList(event: KeyboardEvent, keys: ListKeys): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { list, active } = keys
  const entry = list.at(active)
  switch (event.key) {
    case 'Enter':
      return entry !== undefined && done(keys.open(entry))
    case ' ':
      return entry !== undefined && done(keys.select(entry))
    case 'ArrowLeft':
      return entry !== undefined && done(keys.fold(entry, false))
    case 'ArrowRight':
      return entry !== undefined && done(keys.fold(entry, true))
    case 'Escape':
      return keys.clear()
  }
  const next = moveInList(LETTERS[event.key] ?? event.key, active, list.length, keys.pageRows())
  if (next === undefined || list.length === 0) return false
  keys.move(next, event.shiftKey)
  return true
}

function done(_nothing: void): true {
  return true
}
