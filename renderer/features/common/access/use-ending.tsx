import { ArrowLeftRight, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'

import type { Revoked } from '#shared/contract/calls/common.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import type { Deed } from './deeds.ts'
import { ACCESS_TEXT as TEXT, explainEnded } from './text.ts'

interface Outcome {
  readonly deed: Deed
  readonly revoked: Revoked
}

export interface Ending {
  /** Says what would happen, and does it when that is confirmed. */
  readonly ask: (deed: Deed) => void
  readonly dialog: ReactNode
  /** What happened last, and where its effect is seen. */
  readonly outcome: ReactNode
}

/** Ends access. For as long as the message stays, it can be had back. */
export function useEnding(onEnded: () => void = () => undefined): Ending {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [asked, setAsked] = useState<Deed>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [isBusy, setBusy] = useState(false)

  async function end(deed: Deed): Promise<void> {
    setBusy(true)
    try {
      const { revoked, change } = await deed.run(bridge)
      setOutcome({ deed, revoked })
      show({ text: deed.done, tone: 'good', ...(change !== undefined && { undo: () => putBack(change) }) })
      onEnded()
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    } finally {
      setBusy(false)
      setAsked(undefined)
    }
  }

  async function putBack(id: string): Promise<void> {
    await bridge.call('history.putBack', { id })
    setOutcome(undefined)
  }

  return {
    ask: setAsked,
    dialog: (
      <ConfirmDialog
        isOpen={asked !== undefined}
        isDangerous
        isBusy={isBusy}
        title={asked?.title}
        text={asked?.text}
        confirmLabel={asked?.confirm ?? ''}
        onConfirm={() => asked !== undefined && void end(asked)}
        onCancel={() => setAsked(undefined)}
      />
    ),
    outcome: outcome && <Happened {...outcome} onClose={() => setOutcome(undefined)} />,
  }
}

function Happened({ deed, revoked, onClose }: Outcome & { readonly onClose: () => void }) {
  return (
    <output className="relative block">
      <Notice
        tone="good"
        className="pr-10"
        title={deed.done}
        action={
          <Link href={`/traffic?q=${encodeURIComponent(deed.filter)}`} className={buttonLook('secondary', 'small')}>
            <ArrowLeftRight aria-hidden /> {TEXT.traffic}
          </Link>
        }
      >
        {explainEnded(revoked)} {deed.next}
      </Notice>
      <IconButton
        label="Close"
        size="small"
        className="absolute top-2 right-2"
        icon={<X aria-hidden />}
        onClick={onClose}
      />
    </output>
  )
}
