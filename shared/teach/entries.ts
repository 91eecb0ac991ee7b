/**
 * The teaching dictionary. It is large: a screen imports it only when somebody looks something up.
 */
import type { EntryContext } from './contexts.ts'
import { AUTHORIZATION_REQUEST } from './entries/authorization-request.ts'
import type { Entry, EntryKind } from './entry.ts'

/** In the order in which they are asked: the common meaning of a name stands before the rarer ones. */
export const ENTRIES: readonly Entry[] = [...AUTHORIZATION_REQUEST]

export interface Place {
  readonly kind?: EntryKind | undefined
  readonly context?: EntryContext | undefined
}

/** What the name means there, or what it means elsewhere when it has no meaning of its own there. */
export function explain(name: string, { kind, context }: Place = {}): Entry | undefined {
  const candidates = entriesOf(name).filter((entry) => kind === undefined || entry.kind === kind)
  const there = candidates.find(({ where }) => context !== undefined && where.includes(context))
  return there ?? candidates[0]
}

/** Every meaning of a name. Names of HTTP headers have no case. */
export function entriesOf(name: string): readonly Entry[] {
  return BY_NAME.get(name) ?? BY_NAME.get(name.toLowerCase()) ?? []
}

export function listEntries({ kind, context }: Place = {}): readonly Entry[] {
  return ENTRIES.filter(
    (entry) => (kind === undefined || entry.kind === kind) && (context === undefined || entry.where.includes(context)),
  )
}

export interface IndexEntry {
  readonly name: string
  readonly kind: EntryKind
  readonly title?: string | undefined
  readonly summary: string
}

/** One line for each name and kind, by its first meaning, for a list to search in. */
export function indexEntries(): readonly IndexEntry[] {
  const lines = Map.groupBy(ENTRIES, ({ name, kind }) => `${kind} ${name}`)
  return [...lines.values()].flatMap((entries) => entries.slice(0, 1).map(toIndexEntry))
}

function toIndexEntry({ name, kind, title, summary }: Entry): IndexEntry {
  return { name, kind, title, summary }
}

const BY_NAME: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(ENTRIES, ({ name, kind }) =>
  kind === 'header' ? name.toLowerCase() : name,
)
