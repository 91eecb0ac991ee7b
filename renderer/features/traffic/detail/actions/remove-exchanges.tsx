import { useState } from 'react'

import { ConfirmDialog } from '../../../../components/confirm-dialog.tsx'
import { clearTraffic } from '../../../../frame/commands/clear-traffic.ts'
import { useFrame } from '../../../../frame/commands/use-frame.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.remove

interface RemoveExchangesProps {
  readonly ids: readonly number[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function RemoveExchanges({ ids, onDone, onCancel }: RemoveExchangesProps) {
  const frame = useFrame()
  const [isBusy, setBusy] = useState(false)

  async function remove(): Promise<void> {
    setBusy(true)
    await clearTraffic(frame, { ids })
    onDone()
  }

  return (
    <ConfirmDialog
      isOpen
      isDangerous
      isBusy={isBusy}
      title={words.ask(ids)}
      text={words.text}
      confirmLabel={words.confirm}
      onConfirm={() => void remove()}
      onCancel={onCancel}
    />
  )
}
