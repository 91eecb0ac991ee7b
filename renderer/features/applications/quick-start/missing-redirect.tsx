import { useState } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { ChosenRedirect } from '#shared/quick-start/quick-start.ts'

import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { prepareUndo } from '../../common/edit/undo-change.ts'
import { listOf } from '../prepared-change.ts'
import { TEXT } from './text.ts'

const words = TEXT.register

interface MissingRedirectProps {
  readonly client: ClientView
  readonly redirect: ChosenRedirect | undefined
}

/** Said before the issuer has to, with the way out. */
export function MissingRedirect({ client, redirect }: MissingRedirectProps) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [isBusy, setBusy] = useState(false)
  if (redirect === undefined || redirect.isRegistered) return null
  const { client_id } = client
  const { uri } = redirect

  async function register(): Promise<void> {
    setBusy(true)
    try {
      const changes = { redirect_uris: [...listOf(client, 'redirect_uris'), uri] }
      await bridge.call('clients.change', { client_id, changes })
      const undo = await prepareUndo(bridge, 'clients', client_id)
      show({ text: words.done(uri), tone: 'good', ...(undo && { undo }) })
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Notice
      tone="warn"
      title={words.title}
      action={
        <Button variant="primary" isBusy={isBusy} onClick={() => void register()}>
          {words.action}
        </Button>
      }
    >
      {words.text(uri)}
    </Notice>
  )
}
