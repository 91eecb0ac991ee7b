import { Copy, Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { UserView } from '#shared/contract/calls/users.ts'

import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu } from '../../components/menu.tsx'
import { userAddress } from '../../frame/addresses.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useCall } from '../../stores/use-call.ts'
import { useBridge, useStores, useUsers } from '../../stores/use-stores.tsx'
import { prepareUndo } from '../common/edit/undo-change.ts'
import { useRemoval } from '../common/edit/use-removal.ts'
import { duplicateOf } from './duplicate-of.ts'
import { nameOf } from './name-of.ts'
import { TEXT } from './text.ts'

const words = TEXT.menu

/** What can be done with a user as a whole. */
export function UserMenu({ user }: { readonly user: UserView }) {
  const bridge = useBridge()
  const users = useUsers(({ items }) => items)
  const { show } = useStores().toasts.getState()
  const [isAsking, setAsking] = useState(false)
  const name = nameOf(user)

  async function duplicate(): Promise<void> {
    try {
      const taken = new Set(users.map(({ username }) => username))
      const { value } = await bridge.call('users.create', { user: duplicateOf(user, taken, words.copyOf(name)) })
      const undo = await prepareUndo(bridge, 'users', value.username)
      show({ text: words.duplicated(name, value.username), tone: 'good', ...(undo && { undo }) })
      navigate(`${userAddress(value.username)}?tab=edit`)
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    }
  }

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="small" label={words.label(name)} icon={<Ellipsis aria-hidden />} />}
        items={[
          { id: 'duplicate', label: words.duplicate, icon: <Copy aria-hidden />, onSelect: () => void duplicate() },
          'separator',
          {
            id: 'delete',
            label: words.delete,
            icon: <Trash2 aria-hidden />,
            isDangerous: true,
            onSelect: () => setAsking(true),
          },
        ]}
      />
      {isAsking && <DeleteDialog user={user} name={name} onDone={() => setAsking(false)} />}
    </>
  )
}

interface DeleteDialogProps {
  readonly user: UserView
  readonly name: string
  readonly onDone: () => void
}

const MOST = 500

function DeleteDialog({ user: { username }, name, onDone }: DeleteDialogProps) {
  const bridge = useBridge()
  const remove = useRemoval()
  const sessions = useCall('sessions.list', { user: username, limit: MOST }).value?.items.length ?? 0
  const grants = useCall('grants.list', { user: username, limit: MOST }).value?.items.length ?? 0

  async function confirm(): Promise<void> {
    onDone()
    const isGone = await remove({
      kind: 'users',
      entity: username,
      label: name,
      remove: () => bridge.call('users.remove', { username }),
    })
    if (isGone) navigate('/users')
  }

  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={words.deleteTitle(name)}
      text={words.deleteText(sessions, grants)}
      confirmLabel={words.delete}
      onConfirm={() => void confirm()}
      onCancel={onDone}
    />
  )
}
