import { useState } from 'react'

import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import type { ScreenOutput } from '#shared/contract/calls/calls.ts'

import { parseError } from '../../stores/error-shape.ts'
import { useCall } from '../../stores/use-call.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { isEmpty, PlanView } from '../common/changes/plan-view.tsx'
import { Gate } from '../common/gate.tsx'
import { TEXT } from './text.ts'

const words = TEXT.putBack

interface PutBackDialogProps {
  readonly id: string
  readonly onClose: () => void
}

/** Says what it would change and what stands against it, before anything is put back. */
export function PutBackDialog({ id, onClose }: PutBackDialogProps) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const state = useCall('history.effect', { id }, ['clients', 'apis', 'users', 'keys', 'settings', 'scenarios'])
  const [isBusy, setBusy] = useState(false)
  const { value } = state
  const hasConflict = (value?.conflicts.length ?? 0) > 0
  const isNothing = value !== undefined && isEmpty(value.plan)

  async function putBack(): Promise<void> {
    setBusy(true)
    try {
      await bridge.call('history.putBack', { id, force: hasConflict })
      const { items } = await bridge.call('history.list', { limit: 1 })
      const [last] = items
      const undo =
        last?.call === 'history.putBack'
          ? async () => void (await bridge.call('history.putBack', { id: last.id }))
          : undefined
      show({ text: words.done, tone: 'good', ...(undo && { undo }) })
      onClose()
    } catch (error) {
      show({ text: words.notDone(parseError(error).message), tone: 'bad' })
      setBusy(false)
      await state.load()
    }
  }

  return (
    <Dialog
      isOpen
      title={words.title}
      description={isNothing ? words.nothing : words.text}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          {value !== undefined && !isNothing && (
            <Button variant={hasConflict ? 'danger' : 'primary'} isBusy={isBusy} onClick={() => void putBack()}>
              {hasConflict ? words.force : words.confirm}
            </Button>
          )}
        </>
      }
    >
      <Gate state={state} hasValue={value !== undefined} loading={words.working} failed={words.failed} rows={2}>
        {hasConflict && value && (
          <Notice tone="warn" title={words.conflict}>
            {words.conflictText(nameConflicts(value.conflicts))}
          </Notice>
        )}
        {value && !isNothing && (
          <div className="-mx-4 border-y border-line">
            <PlanView plan={value.plan} />
          </div>
        )}
      </Gate>
    </Dialog>
  )
}

const MOST_NAMED = 5

function nameConflicts(conflicts: ScreenOutput<'history.effect'>['conflicts']): string {
  const names = conflicts.slice(0, MOST_NAMED).map(({ kind, id }) => (kind === 'settings' ? words.settings : id))
  return names.join(', ') + (conflicts.length > MOST_NAMED ? words.andMore(conflicts.length - MOST_NAMED) : '')
}
