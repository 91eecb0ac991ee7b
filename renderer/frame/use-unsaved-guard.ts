import { useEffect } from 'react'
import { useStore } from 'zustand/react'

import { useStores } from '../stores/use-stores.tsx'

/** The browser asks before it closes or reloads a page in which something was begun and not saved. */
export function useUnsavedGuard(): void {
  const { drafts } = useStores()
  const isGuarding = useStore(drafts, (state) => state.drafts.size > 0)
  useEffect(() => {
    if (!isGuarding) return
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isGuarding])
}
