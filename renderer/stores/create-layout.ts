import { createStore, type StoreApi } from 'zustand/vanilla'

import type { Memory } from './memory.ts'

export interface LayoutState {
  readonly isNavCollapsed: boolean
  readonly hasSeenTour: boolean
  /** How Traffic is looked at, by the names that stand in its address. */
  readonly trafficView: Readonly<Record<string, string>>
  readonly setTrafficView: (name: string, value: string) => void
  readonly setNavCollapsed: (isNavCollapsed: boolean) => void
  readonly setTourSeen: (hasSeenTour: boolean) => void
}

export type LayoutStore = StoreApi<LayoutState>

const TRAFFIC_VIEW = ['order', 'group', 'columns']

export function createLayout(memory: Memory): LayoutStore {
  return createStore<LayoutState>()((set) => ({
    trafficView: Object.fromEntries(
      TRAFFIC_VIEW.flatMap((name) => {
        const value = memory.read(`traffic-${name}`)
        return value === undefined ? [] : [[name, value]]
      }),
    ),
    setTrafficView(name, value) {
      memory.write(`traffic-${name}`, value)
      set(({ trafficView }) => ({ trafficView: { ...trafficView, [name]: value } }))
    },
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
