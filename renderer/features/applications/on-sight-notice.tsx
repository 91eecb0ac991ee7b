import { navigate } from 'wouter/use-browser-location'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { useRemoval } from '../common/edit/use-removal.ts'
import { TEXT } from './text.ts'

const words = TEXT.onSight

/** One that `--permissive` registered as it asked: kept as it is now, or dropped. */
export function OnSightNotice({ client }: { readonly client: ClientView }) {
  const bridge = useBridge()
  const remove = useRemoval()
  const { show } = useStores().toasts.getState()
  const { client_id, meta } = client
  if (meta.origin !== 'permissive') return null
  const name = clientName(client)

  async function keep(): Promise<void> {
    try {
      await bridge.call('clients.keep', { client_id })
      show({ text: words.kept(name), tone: 'good' })
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    }
  }

  async function drop(): Promise<void> {
    const isGone = await remove({
      kind: 'clients',
      entity: client_id,
      label: name,
      remove: () => bridge.call('clients.remove', { client_id }),
    })
    if (isGone) navigate('/applications')
  }

  return (
    <Notice
      tone="warn"
      className="m-3.5"
      title={words.title}
      action={
        <>
          <Button variant="primary" onClick={() => void keep()}>
            {words.keep}
          </Button>
          <Button onClick={() => void drop()}>{words.drop}</Button>
        </>
      }
    >
      {words.text}
    </Notice>
  )
}
