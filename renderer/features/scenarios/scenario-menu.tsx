import { Copy, Ellipsis, PencilLine, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu } from '../../components/menu.tsx'
import type { ScenarioView } from '../../stores/stores.ts'
import { useBridge } from '../../stores/use-stores.tsx'
import { useRemoval } from '../common/edit/use-removal.ts'
import { SaveDialog } from './save-dialog.tsx'
import { TEXT } from './text.ts'

const words = TEXT.more

export function ScenarioMenu({ scenario }: { readonly scenario: ScenarioView }) {
  const { id, title, own } = scenario
  const bridge = useBridge()
  const remove = useRemoval()
  const [asking, setAsking] = useState<'rename' | 'copy' | 'delete'>()
  const done = () => setAsking(undefined)

  async function confirmDelete(): Promise<void> {
    done()
    const deed = () => bridge.call('scenarios.remove', { id })
    if (await remove({ kind: 'scenarios', entity: id, label: title, remove: deed })) navigate('/scenarios')
  }

  const copy = { id: 'copy', label: words.duplicate, icon: <Copy aria-hidden />, onSelect: () => setAsking('copy') }
  const rename = {
    id: 'rename',
    label: words.rename,
    icon: <PencilLine aria-hidden />,
    onSelect: () => setAsking('rename'),
  }
  const del = {
    id: 'delete',
    label: words.delete,
    icon: <Trash2 aria-hidden />,
    isDangerous: true,
    onSelect: () => setAsking('delete'),
  }
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="small" label={words.label(title)} icon={<Ellipsis aria-hidden />} />}
        items={own ? [rename, copy, 'separator', del] : [copy]}
      />
      {asking === 'rename' && <SaveDialog deed={{ kind: 'rename', scenario }} onClose={done} />}
      {asking === 'copy' && <SaveDialog deed={{ kind: 'copy', scenario }} onClose={done} />}
      <ConfirmDialog
        isOpen={asking === 'delete'}
        isDangerous
        title={words.deleteTitle(title)}
        text={words.deleteText}
        confirmLabel={words.delete}
        onConfirm={() => void confirmDelete()}
        onCancel={done}
      />
    </>
  )
}
