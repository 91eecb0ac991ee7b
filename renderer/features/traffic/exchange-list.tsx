import { ArrowUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { Button } from '../../components/button.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { useExchanges } from '../../stores/use-stores.tsx'
import { keepQuery } from '../common/use-address.ts'
import { useProgram } from '../common/use-program.ts'
import { ExchangeRow, MIDDLE, ROW_GRID, WIDE } from './exchange-row.tsx'
import { TEXT } from './text.ts'

const ROW_HEIGHT = 32

/** New rows come in above. Whoever has scrolled down stays where they are, and is told how many are new. */
export function ExchangeList({ selectedId }: { readonly selectedId: string | undefined }) {
  const items = useRows()
  const loadOlder = useExchanges((state) => state.loadOlder)
  const program = useProgram()
  const box = useRef<HTMLDivElement>(null)
  const [leftAt, setLeftAt] = useState<number>()
  const arrived = leftAt === undefined ? 0 : countNewer(items, leftAt)

  function noteScroll({ scrollTop }: Element): void {
    if (scrollTop < ROW_HEIGHT) setLeftAt(undefined)
    else setLeftAt((before) => before ?? items[0]?.id ?? 0)
  }

  return (
    <div
      ref={box}
      className="@container relative flex min-h-0 flex-1 flex-col"
      onScrollCapture={(event) => event.target instanceof Element && noteScroll(event.target)}
    >
      <ColumnTitles />
      {arrived > 0 && (
        <Button
          size="small"
          variant="primary"
          icon={<ArrowUp aria-hidden />}
          className="absolute top-9 left-1/2 z-10 -translate-x-1/2 rounded-full shadow-card"
          onClick={() => box.current?.querySelector('[role=listbox]')?.scrollTo({ top: 0 })}
        >
          {TEXT.arrived(arrived)}
        </Button>
      )}
      <VirtualList
        label={TEXT.list}
        items={items}
        rowHeight={ROW_HEIGHT}
        rowKey={keyOf}
        renderRow={(exchange) => <ExchangeRow exchange={exchange} program={program} />}
        selectedKey={selectedId}
        onSelect={({ id }) => open(id, selectedId !== undefined)}
        onReachEnd={() => void loadOlder()}
      />
    </div>
  )
}

/** The store's list grows in place; what is shown has to be another one to be shown anew. */
function useRows(): readonly ExchangeSummary[] {
  const rows = useExchanges((state) => state.items)
  const version = useExchanges((state) => state.version)
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => rows.slice(), [rows, version])
}

function ColumnTitles() {
  const { columns } = TEXT
  return (
    <div className={`${ROW_GRID} flex-none border-b border-line py-1.5 text-tiny text-ink-3`} aria-hidden>
      <span className={MIDDLE}>{columns.time}</span>
      <span className="whitespace-nowrap">{columns.parties}</span>
      <span>{columns.method}</span>
      <span>{columns.address}</span>
      <span>{columns.status}</span>
      <span className={`${WIDE} text-right`}>{columns.took}</span>
      <span className={`${WIDE} text-right`}>{columns.error}</span>
    </div>
  )
}

function keyOf({ id }: ExchangeSummary): string {
  return String(id)
}

function countNewer(items: readonly ExchangeSummary[], than: number): number {
  const index = items.findIndex(({ id }) => id <= than)
  return index === -1 ? items.length : index
}

/** From one exchange to the next is no step to go back by. */
function open(id: number, isOpen: boolean): void {
  navigate(keepQuery(`/traffic/${id}`, 'tab'), { replace: isOpen })
}
