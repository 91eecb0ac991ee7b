import { ChevronRight } from 'lucide-react'
import { classNames } from '../class-names.ts'
import type { JsonKind, JsonRow } from './json-rows.ts'

export interface JsonTreeRowProps {
  readonly id: string
  readonly row: JsonRow
  readonly isActive: boolean
  readonly onToggle: () => void
}

const VALUE_LOOKS: Readonly<Record<JsonKind, string>> = {
  object: 'text-ink-3',
  array: 'text-ink-3',
  string: 'text-good',
  number: 'text-warn',
  boolean: 'font-semibold text-accent',
  null: 'font-semibold text-accent',
}

export function JsonTreeRow({ id, row, isActive, onToggle }: JsonTreeRowProps) {
  const isBranch = row.count > 0
  return (
    // The keys belong to the tree, which has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      data-pointer={row.pointer}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={isBranch ? row.isOpen : undefined}
      aria-selected={isActive}
      onClick={onToggle}
      style={{ paddingLeft: `${0.5 + row.depth}rem` }}
      className={classNames(
        'flex gap-1 pr-2',
        (isBranch || row.hidden !== undefined) && 'cursor-pointer hover:bg-accent-soft',
        isActive &&
          'group-focus-visible/tree:bg-accent-soft group-focus-visible/tree:outline-2 group-focus-visible/tree:-outline-offset-2 group-focus-visible/tree:outline-accent',
      )}
    >
      <ChevronRight
        className={classNames(
          'mt-0.75 size-3.5 flex-none text-ink-3',
          row.isOpen && 'rotate-90',
          !isBranch && 'invisible',
        )}
        aria-hidden
      />
      <span className="min-w-0 wrap-anywhere">
        {row.key !== undefined && <span className="text-ink">{row.key}: </span>}
        <span className={VALUE_LOOKS[row.kind]}>{describeValue(row)}</span>
      </span>
    </div>
  )
}

function describeValue(row: JsonRow): string {
  if (row.hidden !== undefined) return `${row.hidden} more`
  if (row.kind === 'array') return row.count === 0 ? '[]' : `[${row.count}]`
  if (row.kind === 'object') return row.count === 0 ? '{}' : `{${row.count}}`
  return JSON.stringify(row.value) ?? 'null'
}
