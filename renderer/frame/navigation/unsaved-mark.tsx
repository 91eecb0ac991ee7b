import { useStore } from 'zustand/react'

import { useStores } from '../../stores/use-stores.tsx'
import type { Place } from '../places.ts'
import { TEXT } from '../text.ts'

/** Something in this place was begun and not saved. */
export function UnsavedMark({ place: { path } }: { readonly place: Place }) {
  const { drafts } = useStores()
  const isThere = useStore(drafts, (state) =>
    [...state.drafts.values()].some(({ address }) => address === path || address.startsWith(`${path}/`)),
  )
  if (!isThere) return null
  return (
    <>
      <span className="size-1.5 flex-none rounded-full bg-warn" title={TEXT.navigation.unsaved} aria-hidden />
      <span className="sr-only">, {TEXT.navigation.unsaved}</span>
    </>
  )
}
