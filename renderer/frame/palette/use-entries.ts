import { useEffect, useMemo, useState } from 'react'

import type { IndexEntry } from '#shared/teach/entries.ts'

import { useApis, useClients, useScenarios, useUsers } from '../../stores/use-stores.tsx'
import { buildEntries } from './build-entries.ts'
import type { PaletteEntry } from './entry.ts'

export function useEntries(): readonly PaletteEntry[] {
  const clients = useClients(({ items }) => items)
  const apis = useApis(({ items }) => items)
  const users = useUsers(({ items }) => items)
  const scenarios = useScenarios(({ items }) => items)
  const reference = useReference()
  return useMemo(
    () => buildEntries({ clients, apis, users, scenarios, reference, settings: [] }),
    [clients, apis, users, scenarios, reference],
  )
}

let known: readonly IndexEntry[] = []

/** The dictionary is large, and everything else can be found while it is on its way. */
function useReference(): readonly IndexEntry[] {
  const [reference, setReference] = useState(known)
  useEffect(() => {
    let isWanted = true
    void loadReference().then((loaded) => isWanted && setReference(loaded))
    return () => void (isWanted = false)
  }, [])
  return reference
}

async function loadReference(): Promise<readonly IndexEntry[]> {
  if (known.length > 0) return known
  try {
    const { indexEntries } = await import('#shared/teach/entries.ts')
    known = indexEntries()
  } catch {
    // The palette works without it; the next time it is opened is the next attempt.
  }
  return known
}
