import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { moveFocusByRow } from './table-focus.ts'

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
    <table className="w-full table-fixed border-collapse text-left" onKeyDown={onSelect && moveFocusByRow}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              style={widthOf(column)}
              className={classNames(
                'px-2 py-1.5 text-tiny font-medium text-ink-3 first:pl-3 last:pr-3',
                sideOf(column),
              )}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isSelected = selected !== undefined && rowKey(row) === selected
          return (
            <tr
              key={rowKey(row)}
              className={classNames('relative border-t border-line', rowLook(isSelected, onSelect !== undefined))}
            >
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  className={classNames('truncate px-2 py-1.5 first:pl-3 last:pr-3', sideOf(column))}
                >
                  {index === 0 && onSelect !== undefined ? (
                    <RowLink href={rowHref?.(row)} isSelected={isSelected} onSelect={() => onSelect(row)}>
                      {column.cell(row)}
                    </RowLink>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface RowLinkProps {
  readonly href: string | undefined
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

/** Its hit area is the whole row. */
function RowLink({ href, isSelected, onSelect, children }: RowLinkProps) {
  const shared = {
    'data-row-link': '',
    'aria-current': isSelected || undefined,
    className:
      'block w-full truncate text-left text-inherit no-underline outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent',
  }
  if (href === undefined) {
    return (
      <button type="button" {...shared} onClick={onSelect}>
        {children}
      </button>
    )
  }
  return (
    <a href={href} {...shared} onClick={(event) => followHere(event, onSelect)}>
      {children}
    </a>
  )
}

/** A press with Ctrl, Shift or another button is the browser's: a new tab, a new window. */
function followHere(event: MouseEvent, onSelect: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
  event.preventDefault()
  onSelect()
}

function rowLook(isSelected: boolean, isSelectable: boolean): string {
  if (isSelected) return 'bg-accent-soft'
  return isSelectable ? 'hover:bg-sunken' : ''
}

function sideOf(column: {
  readonly align?: 'start' | 'end' | undefined
  readonly isSecondary?: boolean | undefined
}): string {
  return classNames(column.align === 'end' && 'text-right', column.isSecondary === true && 'max-sm:hidden')
}

function widthOf(column: { readonly width?: string | undefined }): CSSProperties | undefined {
  return column.width === undefined ? undefined : { width: column.width }
}
