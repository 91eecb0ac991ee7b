import type { EntryGroup, PaletteEntry } from './entry.ts'
import { scoreEntry, wordsOf } from '#shared/search/score.ts'

export interface FoundGroup {
  readonly group: EntryGroup | 'recent'
  readonly entries: readonly PaletteEntry[]
  /** Fitting ones beyond those. */
  readonly more: number
}

export type Counts = Readonly<Partial<Record<EntryGroup, number>>>

/** Of each group; a list that has to be read is no quick way to anything. */
const MOST = 7
const SUGGESTED = ['screens', 'actions'] as const satisfies readonly EntryGroup[]

/** The entries that fit, best first, the group with the best entry on top. */
export function searchEntries(
  entries: readonly PaletteEntry[],
  query: string,
  /** Of groups of which only the best are among the entries. */
  counts: Counts = {},
): readonly FoundGroup[] {
  const words = wordsOf(query)
  const found = entries
    .map((entry) => ({ entry, score: scoreEntry(entry.texts, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  return [...Map.groupBy(found, ({ entry }) => entry.group)].map(([group, of]) =>
    limit(
      group,
      of.map(({ entry }) => entry),
      counts[group],
    ),
  )
}

/** Before anything is typed: what was chosen last, and what can be seen at a glance. */
export function suggestEntries(entries: readonly PaletteEntry[], recent: readonly string[]): readonly FoundGroup[] {
  const chosen = recent.flatMap((id) => entries.filter((entry) => entry.id === id))
  const rest = entries.filter((entry) => !chosen.includes(entry))
  const groups = SUGGESTED.map((group) => ({
    group,
    entries: rest.filter((entry) => entry.group === group),
    more: 0,
  }))
  return [{ group: 'recent' as const, entries: chosen, more: 0 }, ...groups].filter((of) => of.entries.length > 0)
}

function limit(group: EntryGroup, entries: readonly PaletteEntry[], count = entries.length): FoundGroup {
  return { group, entries: entries.slice(0, MOST), more: Math.max(0, count - MOST) }
}
