import { FOUND_KINDS, type Found, type FoundKind } from '#shared/contract/calls/find.ts'
import { scoreEntry, wordsOf } from '#shared/search/score.ts'

import type { ApiDependencies } from '../dependencies.ts'
import type { Handlers } from '../handlers.ts'
import { FINDERS } from './finders.ts'

const DEFAULT_LIMIT = 7

export function findHandlers({ store }: Pick<ApiDependencies, 'store'>): Handlers<'find'> {
  const listed = new Map<FoundKind, readonly Found[]>()
  store.onChange((table) => {
    for (const kind of FOUND_KINDS) if (FINDERS[kind].changesWith?.includes(table)) listed.delete(kind)
  })

  /** Ten thousand rows are read once, and not with every letter. */
  function list(kind: FoundKind): readonly Found[] {
    const known = listed.get(kind)
    if (known !== undefined) return known
    const { list: read, changesWith } = FINDERS[kind]
    const all = read(store).map((found) => ({ kind, ...found }))
    if (changesWith !== undefined) listed.set(kind, all)
    return all
  }

  return {
    'find.by': ({ search = '', limit = DEFAULT_LIMIT }) => {
      const found = FOUND_KINDS.map((kind) => ({ kind, fitting: findFitting(list(kind), search) }))
      const counts = Object.fromEntries(found.map(({ kind, fitting }) => [kind, fitting.length]))
      return {
        items: found.flatMap(({ fitting }) => fitting.slice(0, limit)),
        // Every kind is among them.
        counts: counts as Record<FoundKind, number>,
      }
    },
  }
}

/** As the palette orders what it knows itself. */
function findFitting(all: readonly Found[], search: string): readonly Found[] {
  const words = wordsOf(search)
  if (words.length === 0) return all
  return all
    .map((found) => ({ found, score: scoreEntry(found.texts, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ found }) => found)
}
