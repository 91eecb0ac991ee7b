import { Ellipsis, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { splitScope } from '#shared/oauth/scope.ts'

import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import type { ApiView } from '../../../stores/stores.ts'
import { useBridge, useClients } from '../../../stores/use-stores.tsx'
import { useRemoval } from '../../common/edit/use-removal.ts'
import { TEXT } from '../text.ts'

const words = TEXT.edit

export function ApiMenu({ api: { identifier, name, scopes } }: { readonly api: ApiView }) {
  const bridge = useBridge()
  const remove = useRemoval()
  const [isAsking, setAsking] = useState(false)
  const names = new Set(scopes.map((scope) => scope.name))
  const askers = useClients(
    ({ items }) => items.filter((client) => splitScope(client['scope']).some((scope) => names.has(scope))).length,
  )

  async function confirm(): Promise<void> {
    setAsking(false)
    const isGone = await remove({
      kind: 'apis',
      entity: identifier,
      label: name,
      remove: () => bridge.call('apis.remove', { identifier }),
    })
    if (isGone) navigate('/apis')
  }

  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="small" label={words.more(name)} icon={<Ellipsis aria-hidden />} />}
        items={[
          {
            id: 'delete',
            label: words.delete,
            icon: <Trash2 aria-hidden />,
            isDangerous: true,
            onSelect: () => setAsking(true),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={words.deleteTitle(name)}
        text={words.deleteText(askers)}
        confirmLabel={words.delete}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
