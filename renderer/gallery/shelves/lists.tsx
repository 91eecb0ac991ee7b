import { useState } from 'react'
import { ActorDot } from '../../components/actor-chip.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { VirtualList } from '../../components/virtual-list.tsx'
import { type SampleRow, sampleRow } from '../samples.ts'
import { Specimen } from '../specimen.tsx'

const COUNT = 100_000

export function ListShelf() {
  const [first, setFirst] = useState(0)
  const [rows, setRows] = useState(() => Array.from({ length: COUNT }, (_, index) => sampleRow(index)))
  const [selected, setSelected] = useState('row-3')
  const [reached, setReached] = useState(0)

  function addAbove(count: number): void {
    setRows([...Array.from({ length: count }, (_, index) => sampleRow(first - count + index)), ...rows])
    setFirst(first - count)
  }

  return (
    <Specimen name="VirtualList">
      <Card
        title="Traffic"
        isFlush
        className="h-64"
        aside={
          <span className="flex flex-wrap items-center gap-2">
            <span>
              {rows.length} rows, end reached {reached} times
            </span>
            <Button size="small" onClick={() => setSelected('row-5000')}>
              Select 5000
            </Button>
            <Button size="small" onClick={() => addAbove(3)}>
              Add three above
            </Button>
            <Button size="small" onClick={() => setRows(rows.filter((row) => row.id !== selected))}>
              Remove the selected
            </Button>
          </span>
        }
      >
        <VirtualList
          label="Traffic"
          items={rows}
          rowHeight={32}
          rowKey={(row) => row.id}
          selectedKey={selected}
          onSelect={(row) => setSelected(row.id)}
          onReachEnd={() => setReached(reached + 1)}
          renderRow={(row) => <Line row={row} />}
        />
      </Card>
    </Specimen>
  )
}

function Line({ row }: { readonly row: SampleRow }) {
  return (
    <div className="grid h-full grid-cols-[2.5rem_3rem_minmax(0,1fr)_3.5rem] items-center gap-2 px-3 font-mono text-small">
      <span className="flex items-center gap-1 text-ink-3">
        <ActorDot actor="client" /> <span aria-hidden>→</span> <ActorDot actor="issuer" />
      </span>
      <span className="font-semibold text-ink-2">{row.method}</span>
      <span className="truncate">{row.path}</span>
      <StatusBadge status={row.status} />
    </div>
  )
}
