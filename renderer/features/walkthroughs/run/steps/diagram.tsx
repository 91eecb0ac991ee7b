import { Minus, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'

import { Card } from '../../../../components/card.tsx'
import { IconButton } from '../../../../components/icon-button.tsx'
import { SequenceDiagram } from '../../../../components/sequence/sequence-diagram.tsx'
import { createBrowserMemory } from '../../../../stores/memory.ts'
import { buildSequence, isAnswerOf, stepOfMessage } from '#shared/sequence/build-sequence.ts'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'

const words = TEXT.diagram
const memory = createBrowserMemory()
const NAME = 'walkthrough-zoom'
const ZOOMS = [0.6, 0.75, 0.9, 1, 1.2, 1.5, 2] as const

export function Diagram({ walk }: { readonly walk: Walk }) {
  const { flow, steps, parties, run, step, select } = walk
  const [zoom, setZoom] = useState(readZoom)
  const sequence = useMemo(
    () => buildSequence(flow, steps, parties, run.steps),
    // What they are called is made anew each time.
    // oxlint-disable-next-line react/exhaustive-deps
    [flow, steps, run.steps, parties.user, parties.client, parties.api],
  )

  function selectMessage(id: string): void {
    const at = steps.findIndex((one) => one.id === stepOfMessage(id))
    select(at === run.position ? undefined : at, isAnswerOf(id) ? 'response' : undefined)
  }

  function change(by: 1 | -1): void {
    const next = ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom
    memory.write(NAME, String(next))
    setZoom(next)
  }

  return (
    <Card
      isFlush
      title={words.title}
      className="min-h-60 flex-1"
      aside={
        <span className="flex items-center gap-1">
          <span className="max-sm:hidden">{words.legend}</span>
          <IconButton
            label={words.zoomOut}
            size="small"
            className="-my-1"
            icon={<Minus aria-hidden />}
            disabled={zoom === ZOOMS[0]}
            onClick={() => change(-1)}
          />
          <IconButton
            label={words.zoomIn}
            size="small"
            className="-my-1"
            icon={<Plus aria-hidden />}
            disabled={zoom === ZOOMS.at(-1)}
            onClick={() => change(1)}
          />
        </span>
      }
    >
      <SequenceDiagram
        label={words.title}
        {...sequence}
        selectedId={step.id}
        onSelect={selectMessage}
        zoom={zoom}
        className="flex-1"
      />
    </Card>
  )
}

function readZoom(): (typeof ZOOMS)[number] {
  const kept = Number(memory.read(NAME))
  return ZOOMS.find((one) => one === kept) ?? 1
}
