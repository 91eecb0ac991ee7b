import { Play } from 'lucide-react'
import { useState } from 'react'

import type { Choice } from '#shared/flows/flow.ts'

import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useFrame } from '../../../frame/commands/use-frame.tsx'
import { runAddress } from '../../../frame/addresses.ts'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import type { SetupState } from './use-setup.ts'

const words = TEXT.setup

export function StartButton({ setup: { flow, choice, obstacles, canStart } }: { readonly setup: SetupState }) {
  const bridge = useBridge()
  const { go } = useFrame()
  const { show } = useStores().toasts.getState()
  const [isBusy, setBusy] = useState(false)

  async function start(): Promise<void> {
    setBusy(true)
    try {
      const { id } = await bridge.call('runs.create', { flow: flow.id, choice: toInput(choice) })
      go(runAddress(flow.id, id))
    } catch (error) {
      show({ text: words.failedToStart(parseError(error).message), tone: 'bad' })
      setBusy(false)
    }
  }

  const reasons = [
    obstacles.flow,
    obstacles.client_id,
    obstacles.second_client_id,
    obstacles.api,
    obstacles.variant,
    obstacles.scope,
  ].filter((reason) => reason !== undefined)
  return (
    <>
      {reasons.length > 0 && (
        <Notice tone="warn" title={words.blocked}>
          {[...new Set(reasons)].join(' ')}
        </Notice>
      )}
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        className="self-start"
        isBusy={isBusy}
        disabled={!canStart}
        onClick={() => void start()}
      >
        {words.start}
      </Button>
    </>
  )
}

function toInput({ scope, layers, ...choice }: Choice) {
  return { ...choice, scope: [...scope], layers: [...layers] }
}
