import { createContext, type ReactNode, use } from 'react'
import { useStore } from 'zustand/react'

import type { FrameState } from '../frame-store.ts'
import type { Frame } from './command.ts'

const Context = createContext<Frame | undefined>(undefined)

export function FrameProvider({ frame, children }: { readonly frame: Frame; readonly children: ReactNode }) {
  return <Context value={frame}>{children}</Context>
}

export function useFrame(): Frame {
  const frame = use(Context)
  if (frame === undefined) throw new Error('there is no <FrameProvider> around this')
  return frame
}

export function useFrameState<Selected>(select: (state: FrameState) => Selected): Selected {
  return useStore(useFrame().store, select)
}
