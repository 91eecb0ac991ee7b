import { useEffect, useState } from 'react'

/** What is large and wanted by few is fetched when somebody looks. `load` must be a function of the module. */
export function useLoaded<Value>(load: () => Promise<Value>): { readonly value: Value | undefined } {
  const [loaded, setLoaded] = useState<{ readonly value: Value }>()
  useEffect(() => {
    let isWanted = true
    load().then(
      (value) => isWanted && setLoaded({ value }),
      // The files are the program's own; without them the boundary has taken over long before.
      () => undefined,
    )
    return () => void (isWanted = false)
  }, [load])
  return { value: loaded?.value }
}
