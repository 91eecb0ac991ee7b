import type { MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface TableRowProps {
  readonly cells: readonly { readonly key: string; readonly look: string; readonly content: ReactNode }[]
  readonly isSelected: boolean
  readonly href: string | undefined
  readonly onSelect: (() => void) | undefined
}

export function TableRow({ cells, isSelected, href, onSelect }: TableRowProps) {
  return (
    // A press anywhere on the row counts; for the keyboard there is the link in its first cell.
    <tr
      className={rowLook(isSelected, onSelect !== undefined)}
      onClick={onSelect && ((event) => open(event, onSelect))}
    >
      {cells.map(({ key, look, content }, index) => (
        <td key={key} className={classNames('truncate px-2 py-1.5', look)}>
          {index === 0 && onSelect !== undefined ? (
            <RowLink href={href} isSelected={isSelected} onSelect={onSelect}>
              {content}
            </RowLink>
          ) : (
            content
          )}
        </td>
      ))}
    </tr>
  )
}

interface RowLinkProps {
  readonly href: string | undefined
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

function RowLink({ href, isSelected, onSelect, children }: RowLinkProps) {
  const shared = {
    'data-row-link': '',
    'aria-current': isSelected || undefined,
    className: 'block w-full truncate text-left text-inherit no-underline outline-none',
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

/** What is in the row and can be pressed itself keeps its press. */
function open(event: MouseEvent, onSelect: () => void): void {
  const isTaken = event.target instanceof Element && event.target.closest('a, button, input, label, select') !== null
  if (!isTaken && !isTheBrowsers(event)) onSelect()
}

function followHere(event: MouseEvent, onSelect: () => void): void {
  if (isTheBrowsers(event)) return
  event.preventDefault()
  onSelect()
}

/** A press with Ctrl or Shift, or with another button: a new tab, a new window. */
function isTheBrowsers(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0
}

function rowLook(isSelected: boolean, isSelectable: boolean): string {
  return classNames(
    'border-t border-line',
    isSelected ? 'bg-accent-soft' : isSelectable && 'hover:bg-sunken',
    isSelectable && 'cursor-pointer',
    'has-[[data-row-link]:focus-visible]:outline-2 has-[[data-row-link]:focus-visible]:-outline-offset-2 has-[[data-row-link]:focus-visible]:outline-accent',
  )
}
