import { Ban } from 'lucide-react'
import { useState } from 'react'

import type { TokenDetail, TokenState } from '#shared/contract/calls/tokens.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useToasts } from '../../../stores/use-stores.tsx'
import { explainFalls, TEXT } from './text.ts'

const words = TEXT.revoke

interface RevokeProps {
  readonly detail: TokenDetail
  readonly state: TokenState
  readonly onRevoked: () => void
}

type Deed = 'alone' | 'grant'

/** What falls with it is said beside each deed, and once more before it is done. */
export function Revoke({ detail, state, onRevoked }: RevokeProps) {
  const bridge = useBridge()
  const show = useToasts((toasts) => toasts.show)
  const [asked, setAsked] = useState<Deed>()
  const [isBusy, setBusy] = useState(false)
  const deeds = listDeeds(detail, state)

  async function revoke(deed: Deed): Promise<void> {
    setBusy(true)
    try {
      await bridge.call('tokens.revoke', { id: detail.id, grant: deed === 'grant' })
      show({ text: deed === 'grant' ? words.doneGrant : words.done, tone: 'good' })
      setAsked(undefined)
      onRevoked()
    } catch (error) {
      show({ text: `${words.failed}: ${parseError(error).message}`, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card title={words.title} className="flex-none">
      {detail.kind === 'id_token' && <p className="text-ink-2">{words.idToken}</p>}
      {deeds.length === 0 && detail.kind !== 'id_token' && <p className="text-ink-2">{words.over}</p>}
      {deeds.map((deed) => (
        <div key={deed} className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <Button size="small" icon={<Ban aria-hidden />} onClick={() => setAsked(deed)}>
            {words[deed]}…
          </Button>
          <p className="min-w-0 flex-1 basis-56 text-small text-ink-2">{explainFalls(detail.falls[deed])}</p>
        </div>
      ))}
      <ConfirmDialog
        title={asked === 'grant' ? words.grantQuestion : questionFor(detail)}
        text={explainFalls(detail.falls[asked ?? 'alone'])}
        confirmLabel={asked === 'grant' ? words.confirmGrant : words.confirm}
        isDangerous
        isBusy={isBusy}
        isOpen={asked !== undefined}
        onConfirm={() => asked !== undefined && void revoke(asked)}
        onCancel={() => setAsked(undefined)}
      />
    </Card>
  )
}

function questionFor({ kind }: TokenDetail): string {
  return kind === 'refresh_token' ? words.refreshQuestion : words.question
}

function listDeeds({ kind, falls }: TokenDetail, state: TokenState): readonly Deed[] {
  const alone: readonly Deed[] = state === 'active' && kind !== 'id_token' ? ['alone'] : []
  // For a refresh token the two are one.
  const grant: readonly Deed[] = falls.grant.grant && (kind !== 'refresh_token' || state !== 'active') ? ['grant'] : []
  return [...alone, ...grant]
}
