import { Check } from 'lucide-react'
import type { MouseEvent } from 'react'

import { classNames } from '../../../components/class-names.ts'
import type { ListEntry } from '../../../stores/traffic/arrange.ts'
import { useClients, useStores } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { useProgram } from '../../common/use-program.ts'
import type { FittedColumns } from './columns.ts'
import { ExchangeRow } from './exchange-row.tsx'
import { GroupRow } from './group-row.tsx'

export const ROW_HEIGHT = 32

interface ListRowProps {
  readonly id: string | undefined
  readonly entry: ListEntry
  readonly position: number
  readonly total: number
  /** Pixels from the top of the list. */
  readonly start: number
  readonly isTree: boolean
  readonly isOpen: boolean
  readonly isActive: boolean
  readonly isChecked: boolean
  readonly hasSelection: boolean
  readonly fitted: FittedColumns
  readonly words: string
  readonly onPress: (event: MouseEvent) => void
}

export function ListRow(props: ListRowProps) {
  const { id, entry, start, isOpen, isActive, isChecked, hasSelection, fitted, words, onPress } = props
  const { traffic } = useStores()
  const program = useProgram()
  return (
    // The keys belong to the list, which has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      id={id}
      {...describe(props)}
      onClick={onPress}
      // A click with Shift selects rows, and no text.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
      className={rowLook(isOpen, isChecked, isActive)}
    >
      {entry.kind === 'exchange' && entry.isInGroup && <Line />}
      {entry.kind === 'exchange' && <SelectBox isChecked={isChecked} isShown={hasSelection} />}
      {entry.kind === 'exchange' ? (
        <ExchangeRow row={traffic.rowOf(entry.id)} fitted={fitted} words={words} program={program} />
      ) : (
        <Group entry={entry} />
      )}
    </div>
  )
}

function Group({ entry }: { readonly entry: Extract<ListEntry, { kind: 'group' }> }) {
  const { traffic } = useStores()
  const clients = useClients(({ items }) => items)
  const nameOf = (client_id: string) => {
    const client = clients.find((one) => one.client_id === client_id)
    return client === undefined ? client_id : clientName(client)
  }
  return <GroupRow group={entry} summary={traffic.signInOf(entry.signIn)} nameOf={nameOf} />
}

/** An option of a list; where sign-ins are unfolded, an item of a tree. */
function describe({ entry, position, total, isTree, isOpen, isChecked }: ListRowProps) {
  const shared = { 'aria-selected': isOpen }
  if (!isTree)
    return { ...shared, role: 'option', 'aria-checked': isChecked, 'aria-posinset': position, 'aria-setsize': total }
  if (entry.kind === 'group')
    return { role: 'treeitem', 'aria-level': 1, 'aria-expanded': entry.isOpen, 'aria-selected': false }
  return { ...shared, role: 'treeitem', 'aria-level': entry.isInGroup ? 2 : 1, 'aria-checked': isChecked }
}

/** Ties what belongs to one sign-in together, below its heading. */
function Line() {
  return <span aria-hidden className="absolute inset-y-0 left-3.25 w-px bg-line-strong" />
}

/** For the pointer; by keyboard it is Space, and a screen reader hears it of the row. */
function SelectBox({ isChecked, isShown }: { readonly isChecked: boolean; readonly isShown: boolean }) {
  return (
    <span
      data-select
      aria-hidden
      className={classNames(
        'absolute inset-y-0 left-0 grid w-7 place-items-center',
        !isShown && 'opacity-0 group-hover/row:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      <span
        className={classNames(
          'grid size-3.5 place-items-center rounded-xs border',
          isChecked ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-panel',
        )}
      >
        {isChecked && <Check className="size-3" strokeWidth={3} />}
      </span>
    </span>
  )
}

function rowLook(isOpen: boolean, isChecked: boolean, isActive: boolean): string {
  return classNames(
    'group/row absolute inset-x-0 top-0 cursor-pointer border-b border-line',
    isOpen || isChecked ? 'bg-accent-soft' : 'hover:bg-sunken',
    isActive &&
      'group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-accent',
  )
}
