import { useEffect, useMemo, useState } from 'react'

import type { Flow } from '#shared/flows/flow.ts'
import type { Concept } from '#shared/teach/concepts/concept.ts'
import type { IndexEntry } from '#shared/teach/entries.ts'

import { useScenarios, useShell } from '../../stores/use-stores.tsx'
import { buildEntries, type FindableSection } from './build-entries.ts'
import type { PaletteEntry } from './entry.ts'

export function useEntries(): readonly PaletteEntry[] {
  const scenarios = useScenarios(({ items }) => items)
  const isDesktop = useShell(({ value }) => value?.kind === 'desktop')
  const reference = useLazy(loadReference)
  const sections = useLazy(loadSections)
  const flows = useLazy(loadFlows)
  const concepts = useLazy(loadConcepts)
  return useMemo(
    () =>
      buildEntries({
        scenarios,
        reference,
        flows,
        concepts,
        settings: sections.filter(({ isDesktopOnly }) => isDesktop || !isDesktopOnly),
      }),
    [scenarios, reference, sections, flows, concepts, isDesktop],
  )
}

/** The dictionary is large, and everything else can be found while it is on its way. */
async function loadReference(): Promise<readonly IndexEntry[]> {
  const { indexEntries } = await import('#shared/teach/entries.ts')
  return indexEntries()
}

async function loadFlows(): Promise<readonly Flow[]> {
  const { FLOWS } = await import('#shared/flows/flows.ts')
  return FLOWS
}

async function loadConcepts(): Promise<readonly Concept[]> {
  const { CONCEPTS } = await import('#shared/teach/concepts.ts')
  return CONCEPTS
}

interface Section extends FindableSection {
  readonly isDesktopOnly: boolean
}

/** A section is found by the labels in it too. */
const LONGEST_LABEL = 32

async function loadSections(): Promise<readonly Section[]> {
  const [{ SECTIONS }, { TEXT }] = await Promise.all([
    import('../../features/settings/sections.ts'),
    import('../../features/settings/text.ts'),
  ])
  return SECTIONS.map(({ id, isDesktopOnly = false }) => {
    const labels: readonly unknown[] = Object.values(TEXT[id])
    const words = labels.filter((label) => typeof label === 'string').filter(({ length }) => length <= LONGEST_LABEL)
    return { id, title: TEXT.sections[id], words, isDesktopOnly }
  })
}

const NONE: readonly never[] = []

/** Nothing until it is there. The palette works without; opening it again is the next attempt. */
function useLazy<Item>(load: () => Promise<readonly Item[]>): readonly Item[] {
  const [items, setItems] = useState<readonly Item[]>(NONE)
  useEffect(() => {
    let isWanted = true
    load().then(
      (result) => isWanted && setItems(result),
      () => undefined,
    )
    return () => void (isWanted = false)
  }, [load])
  return items
}
