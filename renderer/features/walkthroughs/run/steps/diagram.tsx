import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'

import { Card } from '../../../../components/card.tsx'
import { IconButton } from '../../../../components/icon-button.tsx'
import { SequenceDiagram } from '../../../../components/sequence/sequence-diagram.tsx'
import { createBrowserMemory } from '../../../../stores/memory.ts'
import { isAnswerOf, stepOfMessage } from '#shared/sequence/build-sequence.ts'
import { TEXT } from '../text.ts'
import { useSequence } from '../use-sequence.ts'
import type { Walk } from '../walk.ts'
import { useZoomKeys } from './use-zoom-keys.ts'

const words = TEXT.diagram
const memory = createBrowserMemory()
const NAME = 'walkthrough-zoom'
const ZOOMS = [0.6, 0.75, 0.9, 1, 1.2, 1.5, 2] as const
type Zoom = (typeof ZOOMS)[number]

export function Diagram({ walk }: { readonly walk: Walk }) {
  const { steps, run, step, select } = walk
  const [zoom, setZoom] = useState(readZoom)
  const sequence = useSequence(walk)

  function selectMessage(id: string): void {
    const at = steps.findIndex((one) => one.id === stepOfMessage(id))
    select(at === run.position ? undefined : at, isAnswerOf(id) ? 'response' : undefined)
  }

  function zoomTo(next: Zoom): void {
    memory.write(NAME, String(next))
    setZoom(next)
  }

  function change(by: 1 | -1): void {
    zoomTo(ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom)
  }
  useZoomKeys({ larger: () => change(1), smaller: () => change(-1), fit: () => zoomTo(1) })

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
            aria-keyshortcuts="-"
            disabled={zoom === ZOOMS[0]}
            onClick={() => change(-1)}
          />
          {zoom !== 1 && (
            <button
              type="button"
              aria-label={words.zoomFit(zoom)}
              aria-keyshortcuts="0"
              className="rounded-sm px-1 font-mono text-tiny text-ink-2 tabular-nums hover:text-ink"
              onClick={() => zoomTo(1)}
            >
              {Math.round(zoom * 100)}%
            </button>
          )}
          <IconButton
            label={words.zoomIn}
            size="small"
            className="-my-1"
            icon={<Plus aria-hidden />}
            aria-keyshortcuts="+"
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

function readZoom(): Zoom {
  const kept = Number(memory.read(NAME))
  return ZOOMS.find((one) => one === kept) ?? 1
}
