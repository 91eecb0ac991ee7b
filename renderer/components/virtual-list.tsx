import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names.ts'
import { moveInList } from './list/move-in-list.ts'
import { useActiveRow } from './list/use-active-row.ts'
import { useAnchor } from './list/use-anchor.ts'
import { revealCutOff } from './reveal-cut-off.ts'

export interface RowState {
  readonly isSelected: boolean
  readonly isActive: boolean
}

export interface VirtualListProps<T> {
  readonly items: readonly T[]
  /** The same for all, in pixels. */
  readonly rowHeight: number
  readonly rowKey: (item: T) => string
  /** Text and marks; no links or buttons, since a row is one option. */
  readonly renderRow: (item: T, state: RowState) => ReactNode
  readonly label: string
  readonly selectedKey?: string | undefined
  readonly onSelect?: ((item: T) => void) | undefined
  /** Arrows choose at once, instead of moving first and choosing with Enter. */
  readonly selectsOnMove?: boolean | undefined
  /** New rows come at the end, and whoever is there stays there. */
  readonly followsEnd?: boolean | undefined
  readonly onReachEnd?: (() => void) | undefined
  readonly className?: string | undefined
}

/** A listbox of any length. Only what is in sight is in the page, and always the active row. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, rowHeight, rowKey, renderRow, label, selectedKey, onSelect, selectsOnMove = false, onReachEnd } = props
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const { selected, active, setActive } = useActiveRow(items, rowKey, selectedKey)
  const noteAnchor = useAnchor({ box, items, keyOf: rowKey, rowHeight, followsEnd: props.followsEnd ?? false })
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(startIndex - overscan, 0)
      const last = Math.min(endIndex + overscan, count - 1)
      const range = Array.from({ length: last - first + 1 }, (_, at) => first + at)
      if (active >= 0 && active < first) return [active, ...range]
      return active > last ? [...range, active] : range
    },
  })
  const rows = virtualizer.getVirtualItems()
  const isEndNear = (virtualizer.range?.endIndex ?? -1) >= items.length - 1
  useEffect(() => {
    if (isEndNear && items.length > 0) onReachEnd?.()
    // Once for each time that the end comes into sight, and for each length.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isEndNear, items.length])

  const isSelectedThere = selected !== -1
  useEffect(() => {
    if (isSelectedThere) virtualizer.scrollToIndex(selected, { align: 'auto' })
    // When it is chosen, wherever from, and when it comes in; not when others do.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selectedKey, isSelectedThere])

  function choose(index: number): void {
    const item = items[index]
    if (item === undefined) return
    setActive(rowKey(item))
    onSelect?.(item)
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || items.length === 0) return
    if (event.key === 'Enter' || event.key === ' ') choose(active)
    else {
      const pageRows = Math.max(1, Math.floor((box.current?.clientHeight ?? rowHeight) / rowHeight) - 1)
      const next = moveInList(event.key, active, items.length, pageRows)
      const item = next === undefined ? undefined : items[next]
      if (next === undefined || item === undefined) return
      setActive(rowKey(item))
      virtualizer.scrollToIndex(next, { align: 'auto' })
      if (selectsOnMove) onSelect?.(item)
    }
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      // A <select> can be neither virtual nor made of columns.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={optionId(id, items[active], rowKey)}
      onKeyDown={press}
      onScroll={noteAnchor}
      onPointerOver={revealCutOff}
      className={classNames(
        'group/list min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-none [overflow-anchor:none]',
        props.className,
      )}
    >
      <div role="presentation" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const item = items[index]
          if (item === undefined) return null
          const state = { isSelected: index === selected, isActive: index === active }
          return (
            // The keys belong to the list, which has the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={rowKey(item)}
              id={optionId(id, item, rowKey)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              aria-selected={state.isSelected}
              aria-posinset={index + 1}
              aria-setsize={items.length}
              onClick={() => choose(index)}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              className={rowLook(state, onSelect !== undefined)}
            >
              {renderRow(item, state)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function rowLook({ isSelected, isActive }: RowState, isSelectable: boolean): string {
  return classNames(
    'absolute inset-x-0 top-0 border-b border-line',
    isSelected ? 'bg-accent-soft' : isSelectable && 'hover:bg-sunken',
    isSelectable && 'cursor-pointer',
    isActive &&
      'group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-accent',
  )
}

/** By the key, since the row's place changes while others come in. An id that is pointed at has no spaces. */
function optionId<T>(listId: string, item: T | undefined, rowKey: (item: T) => string): string | undefined {
  return item === undefined ? undefined : `${listId}-${encodeURIComponent(rowKey(item))}`
}
