import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { useBridge, useStores } from '../stores/use-stores.tsx'
import type { Frame } from './commands/command.ts'
import { useCommandKeys } from './commands/use-command-keys.ts'
import { FrameProvider } from './commands/use-frame.tsx'
import { createFrameStore } from './frame-store.ts'
import { Overlays } from './overlays.tsx'
import { Stage } from './stage.tsx'
import { Toasts } from './toasts/toasts.tsx'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

export function App() {
  const bridge = useBridge()
  const stores = useStores()
  const [frame] = useState((): Frame => {
    const store = createFrameStore()
    return { bridge, stores, store, go: (address) => (navigate(address), store.getState().arrive()) }
  })
  useCommandKeys(frame)
  useUnsavedGuard()

  return (
    <FrameProvider frame={frame}>
      <Stage />
      <Overlays />
      <Toasts />
    </FrameProvider>
  )
}
