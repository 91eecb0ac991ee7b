import type { EntryContext } from './contexts.ts'
import type { Link, RichText } from './lesson.ts'

export const ENTRY_KINDS = ['parameter', 'header', 'claim', 'metadata', 'endpoint', 'error'] as const

export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What the protocol means by one name in some places: data that a panel, a page or a palette can show. */
export interface Entry {
  /** As the protocol spells it; an endpoint by the name that recorded traffic has for it. */
  readonly name: string
  readonly kind: EntryKind
  /** Where the name alone says little: `Proof Key for Code Exchange` for `code_challenge`. */
  readonly title?: string | undefined
  /** One sentence. */
  readonly summary: string
  /** How to use it, and what goes wrong. */
  readonly detail?: RichText | undefined
  readonly where: readonly EntryContext[]
  /** The defining one first. */
  readonly specs: readonly Link[]
}

export type EntryText = Omit<Entry, 'name' | 'kind' | 'where'> & { readonly where?: readonly EntryContext[] }

/** Entries of one kind that stand in the same places, by their names; an entry may name places of its own instead. */
export function buildEntries(
  kind: EntryKind,
  where: readonly EntryContext[],
  table: Readonly<Record<string, EntryText>>,
): readonly Entry[] {
  return Object.entries(table).map(([name, text]) => ({ name, kind, where, ...text }))
}
