import type { EntryContext } from '../contexts.ts'

/** A client's metadata is the same wherever it stands: in a registration, in a document of its own, on a screen. */
export const CLIENT: readonly EntryContext[] = ['client metadata', 'registration request', 'registration response']
