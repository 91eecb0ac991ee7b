import { useState } from 'react'

import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { parseError } from '../../stores/error-shape.ts'
import type { Frame } from '../commands/command.ts'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.clearTraffic

export function ClearTraffic() {
  const frame = useFrame()
  const [isBusy, setBusy] = useState(false)
  const { close } = frame.store.getState()

  async function confirm(): Promise<void> {
    setBusy(true)
    await clearTraffic(frame)
    close()
  }

  return (
    <ConfirmDialog
      isOpen
      isDangerous
      isBusy={isBusy}
      title={words.ask}
      text={words.text}
      confirmLabel={words.confirm}
      onConfirm={() => void confirm()}
      onCancel={close}
    />
  )
}

async function clearTraffic({ bridge, stores }: Frame): Promise<void> {
  const { show } = stores.toasts.getState()
  try {
    const { removed } = await bridge.call('exchanges.remove', {})
    show({ text: words.done(removed), tone: 'good' })
  } catch (error) {
    show({ text: words.failed(parseError(error).message), tone: 'bad' })
  }
}
