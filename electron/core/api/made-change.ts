import type { Store } from '../store/store.ts'

/** The id under which the history has what was just done; nothing where nothing was changed. */
export function madeChange({ history }: Store): { readonly change?: string } {
  const batch = history.current()
  return batch !== undefined && history.summary(batch) !== undefined ? { change: batch } : {}
}
