import { Bell, BellRing } from 'lucide-react'

import { IconButton } from '../../../components/icon-button.tsx'
import { Menu, type MenuItem } from '../../../components/menu.tsx'
import { useClients, useFollowed, useStores } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { TEXT } from './text.ts'

const words = TEXT.follow

/** Whose errors the person wants to hear of while they look elsewhere. */
export function FollowMenu() {
  const { toasts } = useStores()
  const clients = useClients(({ items }) => items)
  const followed = useFollowed((state) => state.clients)
  const toggle = useFollowed((state) => state.toggle)
  const isAny = followed.length > 0

  async function allow(): Promise<void> {
    const isAllowed = (await Notification.requestPermission()) === 'granted'
    toasts.getState().show({ text: isAllowed ? words.notified : words.refused, tone: isAllowed ? 'good' : 'neutral' })
  }

  // Those that are no longer registered, or never were, can be let go of as well.
  const others = followed.filter((id) => !clients.some(({ client_id }) => client_id === id))
  const items: readonly MenuItem[] = [
    { id: 'heading', heading: clients.length + others.length === 0 ? words.none : words.heading },
    ...clients.map((client) => ({
      id: client.client_id,
      label: clientName(client),
      isChecked: followed.includes(client.client_id),
      onSelect: () => toggle(client.client_id),
    })),
    ...others.map((id) => ({ id, label: id, isChecked: true, onSelect: () => toggle(id) })),
    ...(isAny && canAsk()
      ? (['separator', { id: 'notify', label: words.notify, onSelect: () => void allow() }] as const)
      : []),
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={words.trigger}
          icon={isAny ? <BellRing className="text-accent" aria-hidden /> : <Bell aria-hidden />}
        />
      }
      items={items}
    />
  )
}

/** The desktop's window says at once that it is denied. */
function canAsk(): boolean {
  return 'Notification' in globalThis && Notification.permission === 'default'
}
