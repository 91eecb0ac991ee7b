import { useState } from 'react'

import { ConfirmDialog } from '../../../../components/confirm-dialog.tsx'
import { parseError } from '../../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.remove

interface RemoveExchangesProps {
  readonly ids: readonly number[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function RemoveExchanges({ ids, onDone, onCancel }: RemoveExchangesProps) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [isBusy, setBusy] = useState(false)

  async function remove(): Promise<void> {
    setBusy(true)
    try {
      const { removed } = await bridge.call('exchanges.remove', { ids: [...ids] })
      show({ text: words.done(removed), tone: 'good' })
      onDone()
    } catch (error) {
      show({ text: words.failed(parseError(error).message), tone: 'bad' })
      onCancel()
    }
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
