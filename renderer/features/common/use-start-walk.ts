import { useState } from 'react'

import type { Choice } from '#shared/flows/flow.ts'

import { runAddress } from '../../frame/addresses.ts'
import { useFrame } from '../../frame/commands/use-frame.tsx'
import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

/** Begins a run and shows it; what keeps it from beginning is said in a toast. */
export function useStartWalk() {
  const bridge = useBridge()
  const { go } = useFrame()
  const { show } = useStores().toasts.getState()
  const [isBusy, setBusy] = useState(false)

  async function start(flow: string, { scope, layers, ...choice }: Choice): Promise<void> {
    setBusy(true)
    try {
      const { id } = await bridge.call('runs.create', {
        flow,
        choice: { ...choice, scope: [...scope], layers: [...layers] },
      })
      go(runAddress(flow, id))
    } catch (error) {
      show({ text: TEXT.walk.failedToStart(parseError(error).message), tone: 'bad' })
      setBusy(false)
    }
  }

  return { isBusy, start }
}
