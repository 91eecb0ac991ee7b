import { useEffect } from 'react'
import { useStore } from 'zustand/react'
import { createStore } from 'zustand/vanilla'

export type Dictionary = typeof import('#shared/teach/entries.ts')

interface DictionaryState {
  readonly dictionary?: Dictionary
  readonly hasFailed: boolean
}

/** One for all screens: what has been fetched stays. */
const store = createStore<DictionaryState>()(() => ({ hasFailed: false }))
let loading: Promise<void> | undefined

/** The explanations. They are large, and fetched when the first of them is needed. */
export function useDictionary(): Dictionary | undefined {
  useEffect(() => void (loading ??= load()), [])
  return useStore(store, ({ dictionary }) => dictionary)
}

/** What tries again, once loading them has failed. */
export function useDictionaryTrouble(): (() => void) | undefined {
  return useStore(store, ({ hasFailed }) => hasFailed) ? retry : undefined
}

function retry(): void {
  loading = load()
}

async function load(): Promise<void> {
  store.setState({ hasFailed: false })
  try {
    store.setState({ dictionary: await import('#shared/teach/entries.ts') })
  } catch {
    store.setState({ hasFailed: true })
  }
}
