import { useDeferredValue, useMemo } from 'react'

import { useQuery } from './use-address.ts'

/** Those of which every word stands somewhere in the text. */
export function filterItems<Item>(
  items: readonly Item[],
  typed: string,
  textOf: (item: Item) => string,
): readonly Item[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter((item) => {
    const text = textOf(item).toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Narrowed by `q` of the address; typing is never held up by a long list. `textOf` must be a function of the module. */
export function useFiltered<Item>(items: readonly Item[], textOf: (item: Item) => string): readonly Item[] {
  const typed = useDeferredValue(useQuery().get('q') ?? '')
  return useMemo(() => filterItems(items, typed, textOf), [items, typed, textOf])
}
