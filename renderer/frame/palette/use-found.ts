import { useEffect, useState } from 'react'

import type { ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { Found } from '#shared/contract/calls/find.ts'

import { useBridge, useConnection } from '../../stores/use-stores.tsx'
import { readFoundId } from './found-entries.ts'

type Answer = ScreenOutput<'find.by'>

interface FoundState {
  /** Of what was typed last; the answer before stays until the next one is there. */
  readonly answer: Answer | undefined
  /** More may come for what is typed now. */
  readonly isPending: boolean
  /** For whoever cannot wait to see it. */
  readonly find: (search: string) => Promise<readonly Found[]>
}

/** Among thousands the program searches: only what fits best comes here. */
export function useFound(query: string): FoundState {
  const bridge = useBridge()
  const isConnected = useConnection(({ state }) => state === 'open')
  const [found, setFound] = useState<{ readonly query: string; readonly answer: Answer | undefined }>()
  useEffect(() => {
    if (query === '') return
    let isWanted = true
    bridge.call('find.by', { search: query.slice(0, 200) }).then(
      (answer) => isWanted && setFound({ query, answer }),
      // What the palette knows itself is found without the program.
      () => isWanted && setFound({ query, answer: undefined }),
    )
    return () => void (isWanted = false)
  }, [bridge, query])

  async function find(search: string): Promise<readonly Found[]> {
    try {
      return (await bridge.call('find.by', { search: search.slice(0, 200) })).items
    } catch {
      return []
    }
  }

  if (query === '') return { answer: undefined, isPending: false, find }
  return { answer: found?.answer, isPending: isConnected && found?.query !== query, find }
}

/** What was found in this window, so that what was chosen of it is there at once when the palette opens again. */
let known: readonly Found[] = []
const MOST_KNOWN = 100

export function rememberFound(items: readonly Found[]): void {
  const all = new Map([...known, ...items].map((found) => [`${found.kind} ${found.id}`, found]))
  known = [...all.values()].slice(-MOST_KNOWN)
}

/** What was chosen before, as far as it is still there. */
export function useRecentlyFound(recent: readonly string[]): readonly Found[] {
  const bridge = useBridge()
  const [items, setItems] = useState(known)
  useEffect(() => {
    let isWanted = true
    const wanted = recent.flatMap((id) => readFoundId(id) ?? [])
    Promise.all(wanted.map(({ search }) => bridge.call('find.by', { search: search.slice(0, 200), limit: 20 }))).then(
      (answers) => {
        const found = answers.flatMap((answer, index) =>
          answer.items.filter(({ kind, id }) => kind === wanted[index]?.kind && id === wanted[index].search),
        )
        if (isWanted) setItems(found)
      },
      () => undefined,
    )
    return () => void (isWanted = false)
  }, [bridge, recent])
  return items
}
