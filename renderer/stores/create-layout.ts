import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Memory } from './memory.ts'

export interface LayoutState {
  readonly isNavCollapsed: boolean
  readonly hasSeenTour: boolean
  readonly setNavCollapsed: (isNavCollapsed: boolean) => void
  readonly setTourSeen: (hasSeenTour: boolean) => void
}

export type LayoutStore = StoreApi<LayoutState>

export function createLayout(memory: Memory): LayoutStore {
  return createStore<LayoutState>()((set) => ({
    isNavCollapsed: memory.read('nav-collapsed') === 'true',
    hasSeenTour: memory.read('tour-seen') === 'true',
    setNavCollapsed(isNavCollapsed) {
      memory.write('nav-collapsed', String(isNavCollapsed))
      set({ isNavCollapsed })
    },
    setTourSeen(hasSeenTour) {
      memory.write('tour-seen', String(hasSeenTour))
      set({ hasSeenTour })
    },
  }))
}
