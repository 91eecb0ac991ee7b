import { createStore, type StoreApi } from 'zustand/vanilla'

/** What somebody began to change and has not saved. */
export interface Draft {
  /** What it is of, for people: "CalendarApp". */
  readonly label: string
  /** Where it can be gone on with. */
  readonly address: string
  readonly base: object
  /** The version of what it began with. */
  readonly version: string
  readonly value: object
}

export interface DraftsState {
  /** By key, such as `client calendar-app`. */
  readonly drafts: ReadonlyMap<string, Draft>
  readonly keep: (key: string, draft: Draft) => void
  readonly drop: (key: string) => void
}

export type DraftStore = StoreApi<DraftsState>

/** In memory alone, so that leaving a screen loses nothing and a secret that was typed is written nowhere. */
export function createDrafts(): DraftStore {
  return createStore<DraftsState>()((set) => ({
    drafts: new Map(),
    keep: (key, draft) => set(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) })),
    drop: (key) =>
      set(({ drafts }) => {
        if (!drafts.has(key)) return {}
        const left = new Map(drafts)
        left.delete(key)
        return { drafts: left }
      }),
  }))
}
