import { useMemo } from 'react'

import { replaceParameter, useQuery } from '../common/use-address.ts'

export interface ExchangeSelection {
  readonly ids: readonly number[]
  toggle(id: number): void
  set(ids: readonly number[]): void
  clear(): void
}

const NAME = 'select'
/** What fits into an address that can still be pasted anywhere. */
export const MOST_SELECTED = 300

/** The exchanges that are selected together, kept in the address. */
export function useSelection(): ExchangeSelection {
  const text = useQuery().get(NAME)
  return useMemo(() => {
    const ids = parseIds(text)
    return {
      ids,
      toggle: (id) => save(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
      set: save,
      clear: () => save([]),
    }
  }, [text])
}

export function parseIds(text: string | null): readonly number[] {
  const ids = (text ?? '').split(',').filter((part) => /^[1-9]\d{0,14}$/.test(part))
  return [...new Set(ids.map(Number))].slice(0, MOST_SELECTED)
}

function save(ids: readonly number[]): void {
  replaceParameter(NAME, [...new Set(ids)].slice(0, MOST_SELECTED).join(','))
}
