import { Copy, Ellipsis, KeyRound, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu } from '../../components/menu.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useCall } from '../../stores/use-call.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { prepareUndo } from '../common/edit/undo-change.ts'
import { useRemoval } from '../common/edit/use-removal.ts'
import { duplicateOf } from './duplicate.ts'
import { usesSecret } from './explain-kind.ts'
import { forgetMadeSecret, keepMadeSecret } from './made-secrets.ts'
import { TEXT } from './text.ts'

const words = TEXT.menu

/** What can be done with an application as a whole. */
export function ApplicationMenu({ client }: { readonly client: ClientView }) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [asking, setAsking] = useState<'delete' | 'secret'>()
  const name = clientName(client)
  const { client_id } = client

  async function attempt(work: () => Promise<void>): Promise<void> {
    setAsking(undefined)
    try {
      await work()
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    }
  }

  async function duplicate(): Promise<void> {
    const { value } = await bridge.call('clients.create', { client: duplicateOf(client, words.copyOf(name)) })
    keepMadeSecret(value.client_id, value.client_secret)
    const undo = await prepareUndo(bridge, 'clients', value.client_id)
    show({ text: words.duplicated(name), tone: 'good', ...(undo && { undo }) })
    navigate(`${applicationAddress(value.client_id)}?tab=edit`)
  }

  async function rotate(): Promise<void> {
    const { value } = await bridge.call('clients.rotateSecret', { client_id })
    keepMadeSecret(client_id, value.client_secret)
    const putBack = await prepareUndo(bridge, 'clients', client_id)
    // With the old secret back, the new one is nobody's.
    const undo = putBack && (() => putBack().then(() => forgetMadeSecret(client_id)))
    show({ text: words.rotated(name), tone: 'good', ...(undo && { undo }) })
    if (location.search !== '') navigate(applicationAddress(client_id))
  }

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="small" label={words.label(name)} icon={<Ellipsis aria-hidden />} />}
        items={[
          {
            id: 'duplicate',
            label: words.duplicate,
            icon: <Copy aria-hidden />,
            onSelect: () => void attempt(duplicate),
          },
          ...(usesSecret(client)
            ? [
                {
                  id: 'secret',
                  label: words.secret,
                  icon: <KeyRound aria-hidden />,
                  onSelect: () => setAsking('secret'),
                },
              ]
            : []),
          'separator',
          {
            id: 'delete',
            label: words.delete,
            icon: <Trash2 aria-hidden />,
            isDangerous: true,
            onSelect: () => setAsking('delete'),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={asking === 'secret'}
        title={words.secretTitle(name)}
        text={words.secretText}
        confirmLabel={words.secret}
        onConfirm={() => void attempt(rotate)}
        onCancel={() => setAsking(undefined)}
      />
      {asking === 'delete' && <DeleteDialog client={client} name={name} onDone={() => setAsking(undefined)} />}
    </>
  )
}

interface DeleteDialogProps {
  readonly client: ClientView
  readonly name: string
  readonly onDone: () => void
}

function DeleteDialog({ client: { client_id }, name, onDone }: DeleteDialogProps) {
  const bridge = useBridge()
  const remove = useRemoval()
  const { value } = useCall('grants.list', { client_id, limit: 500 })
  const users = value && new Set(value.items.map(({ user }) => user)).size

  async function confirm(): Promise<void> {
    onDone()
    const isGone = await remove({
      kind: 'clients',
      entity: client_id,
      label: name,
      remove: () => bridge.call('clients.remove', { client_id }),
    })
    if (isGone) navigate('/applications')
  }

  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={words.deleteTitle(name)}
      text={words.deleteText(users)}
      confirmLabel={words.delete}
      onConfirm={() => void confirm()}
      onCancel={onDone}
    />
  )
}
