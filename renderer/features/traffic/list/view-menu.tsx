import { ChevronDown } from 'lucide-react'

import { Button } from '../../../components/button.tsx'
import { writeClipboard } from '../../../components/clipboard.ts'
import { Menu, type MenuItem } from '../../../components/menu.tsx'
import { useStores } from '../../../stores/use-stores.tsx'
import { COLUMN_IDS, type ColumnId } from './columns.ts'
import { TEXT } from './text.ts'
import { addressOfView, useViewActions, type View } from './use-view.ts'

const words = TEXT.view

/** In which order, grouped or not, and with which columns; and how to show it to somebody else. */
export function ViewMenu({ view }: { readonly view: View }) {
  const { traffic, toasts } = useStores()
  const { setOrder, setGrouped, setColumns } = useViewActions()
  const { order, isGrouped, columns } = view

  async function copy(): Promise<void> {
    const isCopied = await writeClipboard(addressOfView(view))
    toasts.getState().show({ text: isCopied ? words.copied : words.notCopied, tone: isCopied ? 'good' : 'bad' })
  }

  function toggle(id: ColumnId): void {
    setColumns(columns.includes(id) ? columns.filter((one) => one !== id) : [...columns, id])
  }

  const items: readonly MenuItem[] = [
    { id: 'order', heading: words.order },
    ...(['newest-first', 'newest-last'] as const).map((id) => ({
      id,
      label: words[id],
      isChecked: order === id,
      onSelect: () => setOrder(id),
    })),
    { id: 'grouping', heading: words.grouping },
    { id: 'flat', label: words.flat, isChecked: !isGrouped, onSelect: () => setGrouped(false) },
    { id: 'grouped', label: words.grouped, isChecked: isGrouped, onSelect: () => setGrouped(true) },
    ...(isGrouped
      ? [
          { id: 'fold', label: words.fold, onSelect: () => traffic.setGroupsOpen(false) },
          { id: 'unfold', label: words.unfold, onSelect: () => traffic.setGroupsOpen(true) },
        ]
      : []),
    { id: 'columns', heading: words.columns },
    ...COLUMN_IDS.filter((id) => id !== 'address').map((id) => ({
      id: `column-${id}`,
      label: TEXT.columns[id],
      isChecked: columns.includes(id),
      onSelect: () => toggle(id),
    })),
    'separator',
    { id: 'copy', label: words.copy, onSelect: () => void copy() },
  ]
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" className="flex-none">
          {words.trigger}
          <ChevronDown aria-hidden />
        </Button>
      }
      items={items}
    />
  )
}
