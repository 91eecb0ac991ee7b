import type { IndexEntry } from '#shared/teach/entries.ts'
import type { EntryKind } from '#shared/teach/entry.ts'

/** A name with everything that it is: `scope` is a parameter, a claim and metadata. */
export interface NamedLine extends Omit<IndexEntry, 'kind'> {
  readonly kinds: readonly EntryKind[]
}

const ORDER = new Intl.Collator('en')

export function listNames(index: readonly IndexEntry[]): readonly NamedLine[] {
  const byName = Map.groupBy(index, ({ name }) => name)
  return [...byName.values()].flatMap(toLine).toSorted((one, other) => ORDER.compare(one.name, other.name))
}

function toLine(entries: readonly IndexEntry[]): readonly NamedLine[] {
  return entries.slice(0, 1).map(({ name, title, summary }) => ({
    name,
    title,
    summary,
    kinds: entries.map(({ kind }) => kind),
  }))
}
