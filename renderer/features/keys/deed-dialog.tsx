import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { KeyDeed } from '#shared/contract/calls/keys.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { keyAddress } from '../../frame/addresses.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useCall } from '../../stores/use-call.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { prepareUndo } from '../common/edit/undo-change.ts'
import { Gate } from '../common/gate.tsx'
import { KeySetDifference } from './key-set-difference.tsx'
import { TEXT } from './text.ts'

interface DeedDialogProps {
  readonly deed: KeyDeed
  readonly onClose: () => void
  /** It was done. */
  readonly onDone?: () => void
}

const words = TEXT.dialog

/** Says what clients will see change, and does it only then. */
export function DeedDialog({ deed, onClose, onDone }: DeedDialogProps) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const preview = useCall('keys.preview', { deed }, ['keys'])
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ErrorShape>()
  const { value } = preview

  async function confirm(): Promise<void> {
    setBusy(true)
    try {
      const { kid, text } = await perform(bridge, deed)
      const undo = await prepareUndo(bridge, 'keys', kid)
      show({ text, tone: 'good', ...(undo && { undo }) })
      onDone?.()
      onClose()
      navigate(deed.do === 'remove' ? '/keys' : keyAddress(kid))
    } catch (error) {
      setProblem(parseError(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      isOpen
      title={words.titles[deed.do]}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            variant={deed.do === 'remove' ? 'danger' : 'primary'}
            isBusy={isBusy}
            disabled={value?.isPossible !== true}
            onClick={() => void confirm()}
          >
            {deed.do === 'rotate' ? TEXT.deeds.rotate(deed.alg) : TEXT.deeds[deed.do]}
          </Button>
        </>
      }
    >
      <Gate state={preview} hasValue={value !== undefined} loading={words.loading} failed={words.failed} rows={3}>
        {value !== undefined && (
          <>
            <Notice
              tone={value.isPossible ? (deed.do === 'remove' ? 'bad' : 'accent') : 'warn'}
              title={value.isPossible ? words.changes : words.impossible}
            >
              <ul className="flex list-disc flex-col gap-1 pl-4">
                {value.effects.map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
            </Notice>
            {value.isPossible && <KeySetDifference before={value.before.keys} after={value.after.keys} />}
          </>
        )}
      </Gate>
      {problem !== undefined && (
        <div role="alert">
          <Notice tone="bad" title={words.notDone}>
            {problem.message}
          </Notice>
        </div>
      )}
    </Dialog>
  )
}

interface Done {
  /** Of the key whose history it is in. */
  readonly kid: string
  readonly text: string
}

async function perform(bridge: Bridge, deed: KeyDeed): Promise<Done> {
  const { done } = TEXT
  switch (deed.do) {
    case 'rotate': {
      const { value } = await bridge.call('keys.rotate', { rotation: { alg: deed.alg } })
      return { kid: value.kid, text: done.rotate(deed.alg) }
    }
    case 'create': {
      const { value } = await bridge.call('keys.create', { key: deed.key })
      return { kid: value.kid, text: done.create(value.kid) }
    }
    case 'activate':
      await bridge.call('keys.activate', { kid: deed.kid })
      return { kid: deed.kid, text: done.activate(deed.kid) }
    case 'retire':
      await bridge.call('keys.retire', { kid: deed.kid })
      return { kid: deed.kid, text: done.retire(deed.kid) }
    case 'remove':
      await bridge.call('keys.remove', { kid: deed.kid })
      return { kid: deed.kid, text: done.remove(deed.kid) }
  }
}
