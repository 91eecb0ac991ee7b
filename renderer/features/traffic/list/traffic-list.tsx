import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { revealCutOff } from '../../../components/reveal-cut-off.ts'
import { type Arrangement, keyOf, type ListEntry } from '../../../stores/traffic/arrange.ts'
import { useStores, useTraffic } from '../../../stores/use-stores.tsx'
import { useProgram } from '../../common/use-program.ts'
import { useSelection } from '../use-selection.ts'
import { ColumnTitles } from './column-titles.tsx'
import { useFittedColumns } from './use-fitted-columns.ts'
import { ListRow, ROW_HEIGHT } from './list-row.tsx'
import { TEXT } from './text.ts'
import { pressInList } from './use-list-keys.ts'
import { useLiveEnd } from './use-live-end.ts'
import { useReveal } from './use-reveal.ts'
import { useRangeSelection } from './use-range-selection.ts'
import { useTrafficKeys } from './use-traffic-keys.ts'
import { openExchange, type View } from './use-view.ts'

interface TrafficListProps {
  readonly view: View
  /** Of the exchange that is open beside the list. */
  readonly openId: string | undefined
}

/** A list of any length, of which only what is in sight is in the page. Its keys work wherever in it one is. */
export function TrafficList({ view, openId }: TrafficListProps) {
  const { traffic } = useStores()
  const list = useTraffic((state) => state.list)
  const version = useTraffic((state) => state.version)
  const waiting = useTraffic((state) => state.waiting)
  const isPaused = useTraffic((state) => state.isPaused)
  const program = useProgram()
  const box = useRef<HTMLDivElement>(null)
  const selection = useSelection()
  const fitted = useFittedColumns(box, view.columns)
  const { active, setActive } = useActive(list, openId)
  const range = useRangeSelection({ list, active, selection })
  // What it gives is read while rendering, and handed on to nobody who remembers it.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: list.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(startIndex - overscan, 0)
      const last = Math.min(endIndex + overscan, count - 1)
      const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
      if (active < 0 || (active >= first && active <= last)) return all
      return active < first ? [active, ...all] : [...all, active]
    },
  })
  // After the virtualizer, which goes to the top when it is given its box.
  const { noteScroll, goToEnd } = useLiveEnd({
    box,
    list,
    order: view.order,
    rowHeight: ROW_HEIGHT,
    onAway: traffic.setAway,
  })
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {}
  useEffect(() => traffic.need(startIndex, endIndex), [traffic, startIndex, endIndex, list, version])
  useReveal({ list, openId, reveal: (place) => virtualizer.scrollToIndex(place, { align: 'auto' }) })
  useEffect(() => () => traffic.setAway(false), [traffic])

  function resume(): void {
    traffic.setPaused(false)
    goToEnd()
  }

  useTrafficKeys({
    box,
    isFollowing: () => !isPaused && !isAway(),
    follow: resume,
    stop: () => traffic.setPaused(true),
  })

  function isAway(): boolean {
    const element = box.current
    if (element === null) return false
    if (view.order === 'newest-first') return element.scrollTop >= ROW_HEIGHT
    return element.scrollTop + element.clientHeight <= element.scrollHeight - ROW_HEIGHT
  }

  function open(entry: ListEntry): void {
    setActive(keyOf(entry))
    if (entry.kind === 'group') traffic.toggleGroup(entry.signIn)
    else openExchange(entry.id, openId !== undefined)
  }

  function move(place: number, isSelecting: boolean): void {
    const entry = list.at(place)
    if (entry === undefined) return
    if (isSelecting) range.extendTo(place)
    setActive(keyOf(entry))
    virtualizer.scrollToIndex(place, { align: 'auto' })
  }

  function fold(entry: ListEntry, isOpen: boolean): void {
    if (entry.kind === 'group') {
      if (entry.isOpen !== isOpen) traffic.toggleGroup(entry.signIn)
      return
    }
    // From an exchange to the left: its sign-in.
    if (!isOpen && entry.isInGroup) move(findHeading(list, active), false)
  }

  function press(event: MouseEvent): void {
    const place = placeOfPress(event)
    const entry = list.at(place)
    if (entry === undefined) return
    if (event.shiftKey) range.extendTo(place)
    else if (event.ctrlKey || event.metaKey || isOnBox(event)) range.toggle(entry, place)
    else return open(entry)
    setActive(keyOf(entry))
  }

  const isTree = view.isGrouped
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <ColumnTitles fitted={fitted} />
      {waiting > 0 && (
        <Button
          size="small"
          variant="primary"
          title={TEXT.toEnd}
          icon={view.order === 'newest-first' ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
          className={`absolute left-1/2 z-10 -translate-x-1/2 rounded-full shadow-card ${view.order === 'newest-first' ? 'top-9' : 'bottom-3'}`}
          onClick={resume}
        >
          {TEXT.arrived(waiting)}
        </Button>
      )}
      {/* A <select> can be neither virtual nor made of columns. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={box}
        role={isTree ? 'tree' : 'listbox'}
        aria-label={TEXT.list(view.order)}
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={active === -1 ? undefined : rowId(list.at(active))}
        onKeyDown={(event) => {
          const isOurs = pressInList(event, {
            list,
            active,
            pageRows: () => Math.max(1, Math.floor((box.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1),
            move,
            open,
            select: (entry) => (isFolded(entry) ? fold(entry, true) : range.toggle(entry, active)),
            fold,
            clear: range.clear,
          })
          if (isOurs) event.preventDefault()
        }}
        onClick={press}
        // A click with Shift selects rows, and no text.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onScroll={noteScroll}
        onPointerOver={revealCutOff}
        className="group/list min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-none [overflow-anchor:none]"
      >
        <div role="presentation" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const entry = list.at(index)
            if (entry === undefined) return null
            return (
              <ListRow
                key={keyOf(entry)}
                id={rowId(entry)}
                entry={entry}
                row={entry.kind === 'exchange' ? traffic.rowOf(entry.id) : undefined}
                summary={entry.kind === 'group' ? traffic.signInOf(entry.signIn) : undefined}
                program={program}
                place={index}
                total={list.length}
                start={start}
                isTree={isTree}
                isOpen={keyOf(entry) === openId}
                isActive={index === active}
                isChecked={range.isSelected(entry)}
                hasSelection={selection.ids.length > 0}
                fitted={fitted}
                words={view.filter.words}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** The row that the keys are at, by its key, so that it stays the same row while others come and go. */
function useActive(list: Arrangement, openId: string | undefined) {
  const [key, setActive] = useState(openId)
  const [known, setKnown] = useState(openId)
  const [place, setPlace] = useState(0)
  if (openId !== known) {
    setKnown(openId)
    if (openId !== undefined) setActive(openId)
  }
  const found = key === undefined ? -1 : list.find(key)
  // A row that is gone hands over to the one that took its place.
  if (found !== -1 && found !== place) setPlace(found)
  const active = found === -1 ? Math.min(place, list.length - 1) : found
  return { active, setActive }
}

function rowId(entry: ListEntry | undefined): string | undefined {
  return entry === undefined ? undefined : `exchange-${encodeURIComponent(keyOf(entry))}`
}

function placeOfPress({ target }: MouseEvent): number {
  const row = target instanceof Element ? target.closest('[data-place]') : null
  return Number(row?.getAttribute('data-place') ?? -1)
}

function isOnBox({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[data-select]') !== null
}

/** Nothing of it can be seen that could be selected. */
function isFolded(entry: ListEntry): boolean {
  return entry.kind === 'group' && !entry.isOpen
}

function findHeading(list: Arrangement, from: number): number {
  let place = from
  while (place > 0 && list.at(place)?.kind !== 'group') place -= 1
  return place
}
