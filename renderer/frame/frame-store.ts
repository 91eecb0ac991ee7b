import { createStore, type StoreApi } from 'zustand/vanilla'

/** What lies over the screens. One at a time: opening another one takes its place. */
export type Overlay =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'navigation' }
  | { readonly kind: 'load-scenario'; readonly id: string }
  /** The system handed over an address of the program's own scheme. */
  | { readonly kind: 'callback'; readonly url: string }

export interface FrameState {
  readonly overlay: Overlay | undefined
  /** Which step of the tour is shown, while it is. */
  readonly tourStep: number | undefined
  /** Counts what has to end with the focus on the screen's title, even where the place stays the same. */
  readonly arrivals: number
  /** A screen has been shown, so the next one is one that somebody went to. */
  readonly hasShownScreen: boolean
  readonly open: (overlay: Overlay) => void
  readonly close: () => void
  readonly showTour: (step: number | undefined) => void
  readonly arrive: () => void
  readonly setScreenShown: () => void
}

export type FrameStore = StoreApi<FrameState>

export function createFrameStore(): FrameStore {
  return createStore<FrameState>()((set) => ({
    overlay: undefined,
    tourStep: undefined,
    arrivals: 0,
    hasShownScreen: false,
    open: (overlay) => set({ overlay }),
    close: () => set({ overlay: undefined }),
    showTour: (tourStep) => set({ tourStep }),
    arrive: () => set(({ arrivals }) => ({ arrivals: arrivals + 1 })),
    setScreenShown: () => set({ hasShownScreen: true }),
  }))
}
