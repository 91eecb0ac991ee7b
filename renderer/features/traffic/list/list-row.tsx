import { Check } from 'lucide-react'
import { memo } from 'react'

import { classNames } from '../../../components/class-names.ts'
import type { SignInSummary } from '#shared/model/exchange.ts'

import type { ListEntry } from '../../../stores/traffic/arrange.ts'
import type { KnownRow } from '../../../stores/traffic/create-traffic.ts'
import { useClients } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import type { RunningProgram } from '../../common/use-program.ts'
import type { FittedColumns } from './columns.ts'
import { ExchangeRow } from './exchange-row.tsx'
import { GroupRow } from './group-row.tsx'

export const ROW_HEIGHT = 32

interface ListRowProps {
  readonly id: string | undefined
  readonly entry: ListEntry
  /** Of an exchange, once it is there. */
  readonly row: KnownRow | undefined
  /** Of a heading, once it is there. */
  readonly summary: SignInSummary | undefined
  readonly program: RunningProgram | undefined
  readonly place: number
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
}

/** While the list scrolls, a row that was there is not rendered again. Presses and keys are the list's. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { id, entry, row, summary, program, place, start } = props
  const { isOpen, isActive, isChecked, hasSelection, fitted, words } = props
  return (
    <div
      id={id}
      data-place={place}
      {...describe(props)}
      style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
      className={rowLook(isOpen, isChecked, isActive)}
    >
      {entry.kind === 'exchange' && entry.isInGroup && <Line />}
      {entry.kind === 'exchange' && <SelectBox isChecked={isChecked} isShown={hasSelection} />}
      {entry.kind === 'exchange' ? (
        <ExchangeRow row={row} fitted={fitted} words={words} program={program} />
      ) : (
        <Group entry={entry} summary={summary} />
      )}
    </div>
  )
}, areSame)

/** Entries are made when they are looked at; what counts is what they say. */
function areSame(before: ListRowProps, after: ListRowProps): boolean {
  const { entry: one, ...known } = before
  const { entry: other, ...now } = after
  return isShallowEqual(one, other) && isShallowEqual(known, now)
}

function isShallowEqual<Value extends object>(one: Value, other: Value): boolean {
  return Object.entries(one).every(([name, value]) => Object.is(value, Reflect.get(other, name)))
}

interface GroupProps {
  readonly entry: Extract<ListEntry, { kind: 'group' }>
  readonly summary: SignInSummary | undefined
}

function Group({ entry, summary }: GroupProps) {
  const clients = useClients(({ items }) => items)
  const nameOf = (client_id: string) => {
    const client = clients.find((one) => one.client_id === client_id)
    return client === undefined ? client_id : clientName(client)
  }
  return <GroupRow group={entry} summary={summary} nameOf={nameOf} />
}

/** An option of a list; where sign-ins are unfolded, an item of a tree. */
function describe({ entry, place, total, isTree, isOpen, isChecked }: ListRowProps) {
  const shared = { 'aria-selected': isOpen }
  if (!isTree)
    return { ...shared, role: 'option', 'aria-checked': isChecked, 'aria-posinset': place + 1, 'aria-setsize': total }
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
        'absolute inset-y-0 left-0 grid w-7 place-items-center text-on-accent',
        'before:absolute before:size-3.5 before:rounded-xs before:border',
        isChecked ? 'before:border-accent before:bg-accent' : 'before:border-edge before:bg-panel',
        !isShown && 'opacity-0 group-hover/row:opacity-100 pointer-coarse:opacity-100',
      )}
    >
      {isChecked && <Check className="relative size-3" strokeWidth={3} />}
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
