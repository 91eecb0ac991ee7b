import { useEffect, useState } from 'react'

export type Dictionary = typeof import('#shared/teach/entries.ts')

let loading: Promise<Dictionary> | undefined
let loaded: Dictionary | undefined

/** The explanations. They are large, and fetched when the first of them is needed. */
export function useDictionary(): Dictionary | undefined {
  const [dictionary, setDictionary] = useState(loaded)
  useEffect(() => {
    if (dictionary !== undefined) return
    let isShown = true
    void loadDictionary().then((entries) => isShown && setDictionary(entries))
    return () => void (isShown = false)
  }, [dictionary])
  return dictionary
}

async function loadDictionary(): Promise<Dictionary> {
  loading ??= import('#shared/teach/entries.ts')
  try {
    loaded = await loading
    return loaded
  } catch (error) {
    loading = undefined
    throw error
  }
}
