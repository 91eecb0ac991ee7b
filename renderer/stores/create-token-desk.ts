import { createStore, type StoreApi } from 'zustand/vanilla'

export interface TokenDeskState {
  /** What was pasted, or handed over by another screen. */
  readonly text: string
  /** What it is compared with. */
  readonly other: string
  readonly put: (text: string) => void
  readonly putOther: (text: string) => void
}

export type TokenDeskStore = StoreApi<TokenDeskState>

/** In memory only: what lies on the desk opens doors, and has no business in an address or in a browser's storage. */
export function createTokenDesk(): TokenDeskStore {
  return createStore<TokenDeskState>()((set) => ({
    text: '',
    other: '',
    put: (text) => set({ text }),
    putOther: (other) => set({ other }),
  }))
}
