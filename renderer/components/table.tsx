import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { revealCutOff } from './reveal-cut-off.ts'
import { moveFocusByRow } from './table-focus.ts'
import { TableRow } from './table-row.tsx'

export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly align?: 'start' | 'end' | undefined
  /** Any CSS width; without one, what is left. */
  readonly width?: string | undefined
  /** Left out below 480 px. */
  readonly isSecondary?: boolean | undefined
  readonly cell: (row: Row) => ReactNode
}

export interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Makes every row one that can be opened. The first column is its name, so it holds no link or button. */
  readonly onSelect?: ((row: Row) => void) | undefined
  /** The row's address, so that it opens in a new tab too. */
  readonly rowHref?: ((row: Row) => string) | undefined
  /** The key of the chosen row. */
  readonly selected?: string | undefined
}

export function Table<Row>({ caption, columns, rows, rowKey, onSelect, rowHref, selected }: TableProps<Row>) {
  return (
    // The keys only move the focus between the rows' own links, which work without them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table
      className="w-full table-fixed border-collapse text-left"
      onKeyDown={onSelect && moveFocusByRow}
      onPointerOver={revealCutOff}
    >
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              style={column.width === undefined ? undefined : { width: column.width }}
              className={classNames('truncate px-2 py-1.5 text-tiny font-medium text-ink-3', sideOf(column))}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow
            key={rowKey(row)}
            cells={columns.map((column) => ({ key: column.key, look: sideOf(column), content: column.cell(row) }))}
            isSelected={rowKey(row) === selected}
            href={rowHref?.(row)}
            onSelect={onSelect && (() => onSelect(row))}
          />
        ))}
      </tbody>
    </table>
  )
}

function sideOf<Row>({ align, isSecondary = false }: Column<Row>): string {
  return classNames('first:pl-3 last:pr-3', align === 'end' && 'text-right', isSecondary && 'max-sm:hidden')
}
