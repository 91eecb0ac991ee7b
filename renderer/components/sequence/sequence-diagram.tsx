import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'

import { classNames } from '../class-names.ts'
import { useOverflows } from '../use-overflows.ts'
import { useElementWidth } from './use-element-width.ts'
import { layoutSequence } from '#shared/sequence/layout.ts'
import { SequenceHead } from './sequence-head.tsx'
import { SequenceMessage } from './sequence-message.tsx'
import { describeMessage, type Lane, type Message } from '#shared/sequence/sequence.ts'

export interface SequenceDiagramProps {
  /** "What travels": names the list of messages. */
  readonly label: string
  readonly lanes: readonly Lane[]
  readonly messages: readonly Message[]
  /** What is looked at: kept in view, and where Tab arrives. */
  readonly selectedId?: string | undefined
  readonly onSelect?: ((id: string) => void) | undefined
  /** For a room: what is looked at is pointed at, as with a laser. */
  readonly isPointedAt?: boolean | undefined
  /** 1 is as it is; below 1 more of it is seen at once. */
  readonly zoom?: number | undefined
  readonly className?: string | undefined
}

/** Who says what to whom. Its names stay while the messages scroll. */
export function SequenceDiagram(props: SequenceDiagramProps) {
  const { label, lanes, messages, selectedId, onSelect, isPointedAt = false, className } = props
  const box = useRef<HTMLDivElement>(null)
  const head = useId()
  const room = useElementWidth(box)
  const overflows = useOverflows(box)
  const sequence = useMemo(() => ({ lanes, messages }), [lanes, messages])
  const need = useMemo(() => layoutSequence(sequence).width, [sequence])
  const wanted = props.zoom ?? 1
  const zoom = isPointedAt ? wanted * fit(room / wanted, need) : wanted * fit(room, need)
  const layout = useMemo(() => layoutSequence(sequence, Math.floor(room / zoom)), [sequence, room, zoom])
  const [activeId, setActiveId] = useState<string>()
  const actors = useMemo(() => new Map(lanes.map(({ id, actor }) => [id, actor])), [lanes])
  const tabStop = [activeId, selectedId].find((id) => messages.some((one) => one.id === id)) ?? messages[0]?.id
  const shown = layout.messages.find(({ id }) => id === selectedId)

  const bandTop = shown === undefined ? undefined : (layout.headHeight + shown.band.y) * zoom
  useEffect(() => {
    if (bandTop !== undefined) keepInView(box.current, bandTop, layout.headHeight * zoom)
  }, [bandTop, layout.headHeight, zoom])

  function move(event: KeyboardEvent): void {
    const at = messages.findIndex(({ id }) => id === tabStop)
    const next = messages[nextIndex(event.key, at, messages.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    setActiveId(next.id)
    box.current?.querySelector<SVGElement>(`[data-message="${CSS.escape(next.id)}"]`)?.focus()
  }

  return (
    <div
      ref={box}
      // What can be gone through by its messages needs no stop of its own.
      {...(onSelect === undefined && overflows && { role: 'group', 'aria-label': label, tabIndex: 0 })}
      className={classNames(
        'relative min-h-0 min-w-0 overflow-auto focus-visible:-outline-offset-2 print:overflow-visible',
        className,
      )}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setActiveId(undefined)}
    >
      <div id={head} className="sticky top-0 z-10 w-fit bg-panel">
        <SequenceHead layout={layout} zoom={zoom} />
      </div>
      <svg
        viewBox={`0 0 ${layout.width} ${layout.bodyHeight}`}
        width={layout.width * zoom}
        height={layout.bodyHeight * zoom}
        className="block text-[11px]"
      >
        <g aria-hidden className="stroke-line-strong">
          {layout.lanes.map(({ id, x }) => (
            <path key={id} d={`M${x} 0V${layout.bodyHeight}`} />
          ))}
        </g>
        {/* SVG has no list of its own. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
        <g role="list" aria-label={label} onKeyDown={move}>
          {layout.messages.map((message) => (
            <SequenceMessage
              key={message.id}
              message={message}
              actor={actors.get(message.from) ?? 'client'}
              name={describeMessage(sequence, message)}
              isSelected={message.id === selectedId}
              isPointedAt={isPointedAt && message.id === selectedId}
              isTabStop={message.id === tabStop}
              onSelect={onSelect && (() => onSelect(message.id))}
            />
          ))}
        </g>
      </svg>
    </div>
  )
}

/** A little too wide is made to fit; words stay large enough to be read. */
function fit(room: number, need: number): number {
  return room === 0 || need === 0 ? 1 : Math.min(1, Math.max(SMALLEST_FIT, room / need))
}

const SMALLEST_FIT = 0.8

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** Not at the very edge: what comes next is to be seen as well. */
function keepInView(box: HTMLElement | null, top: number, headHeight: number): void {
  if (box === null) return
  const [first, last] = [box.scrollTop + headHeight + 20, box.scrollTop + box.clientHeight - 90]
  if (top >= first && top <= last) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  box.scrollTo({ top: top - box.clientHeight / 2, behavior: isCalm ? 'auto' : 'smooth' })
}
