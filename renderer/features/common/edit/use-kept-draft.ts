import { useState } from 'react'

import type { Members } from '#shared/json/list-differences.ts'

import { useStores } from '../../../stores/use-stores.tsx'

interface KeptDraft {
  readonly value: Members
  readonly change: (value: Members) => void
  /** It has become something, or nothing. */
  readonly drop: () => void
}

/** Of something that is not there yet: what was typed is there again when one comes back to it. */
export function useKeptDraft(
  key: string,
  { label, address }: { readonly label: string; readonly address: string },
  first: Members,
): KeptDraft {
  const { drafts } = useStores()
  const [value, setValue] = useState<Members>(() => kept(drafts.getState().drafts.get(key)?.value) ?? first)
  return {
    value,
    change(next) {
      setValue(next)
      drafts.getState().keep(key, { label, address, base: {}, version: '', value: next })
    },
    drop: () => drafts.getState().drop(key),
  }
}

/** Only this form writes under its key. */
function kept(value: object | undefined): Members | undefined {
  return value as Members | undefined
}
