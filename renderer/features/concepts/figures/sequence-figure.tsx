import { ArrowLeft, ArrowRight, Pause, Play, RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'

import type { SequenceFigure as Sequence, SequenceMessage } from '#shared/teach/concepts/concept.ts'

import { ActorChip } from '../../../components/actor-chip.tsx'
import { Button } from '../../../components/button.tsx'
import { RichText } from '../../../components/rich-text.tsx'
import { SequenceDiagram } from '../../../components/sequence/sequence-diagram.tsx'
import type { MessageState } from '#shared/sequence/sequence.ts'
import { SpecLinks } from '../../common/spec-links.tsx'
import { replaceParameter, useQuery } from '../../common/use-address.ts'
import { TEXT } from '../text.ts'

const words = TEXT.sequence
/** In the address, counted from one. */
const PARAMETER = 'message'
/** In milliseconds: long enough to read a few sentences. */
const PACE = 4500

/** Messages that come one after the other: by a press, by the arrow keys, or by themselves. */
export function SequenceFigure({ figure: { label, lanes, messages } }: { readonly figure: Sequence }) {
  const { at, go } = useStep(messages.length)
  const [isPlaying, setPlaying] = usePlay(at < messages.length - 1, () => go(at + 1), at)
  const message = messages[at]
  const isLast = at === messages.length - 1

  function step(next: number): void {
    setPlaying(false)
    go(next)
  }

  function move(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(at + by)
  }

  return (
    // The keys do what the buttons in it do, wherever in the figure the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <figure
      aria-label={label}
      onKeyDown={move}
      className="flex min-w-0 flex-col overflow-hidden rounded-card border border-line bg-panel shadow-card"
    >
      <SequenceDiagram
        label={label}
        lanes={lanes.map(({ actor, name }) => ({ id: actor, actor, name }))}
        messages={messages.map(({ from, to, label: arrow }, index) => ({
          id: String(index),
          from,
          to,
          label: arrow,
          state: stateOf(index, at),
        }))}
        selectedId={String(at)}
        onSelect={(id) => step(Number(id))}
        zoom={1.2}
      />
      <figcaption className="flex flex-col gap-3 border-t border-line px-4 py-3">
        <div className="min-h-28">{message && <Explained figure={{ lanes }} message={message} />}</div>
        <div className="flex flex-wrap items-center gap-2">
          <Button icon={<ArrowLeft aria-hidden />} disabled={at === 0} onClick={() => step(at - 1)}>
            {words.back}
          </Button>
          {isLast ? (
            <Button icon={<RotateCcw aria-hidden />} onClick={() => step(0)}>
              {words.again}
            </Button>
          ) : (
            <Button variant="primary" icon={<ArrowRight aria-hidden />} onClick={() => step(at + 1)}>
              {words.next}
            </Button>
          )}
          {!isLast && (
            <Button
              variant="ghost"
              icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
              onClick={() => setPlaying(!isPlaying)}
            >
              {isPlaying ? words.pause : words.play}
            </Button>
          )}
          <span className="ml-auto text-small text-ink-3">{words.count(at + 1, messages.length)}</span>
        </div>
      </figcaption>
    </figure>
  )
}

interface ExplainedProps {
  readonly figure: Pick<Sequence, 'lanes'>
  readonly message: SequenceMessage
}

function Explained({ figure: { lanes }, message: { from, to, title, text, specs } }: ExplainedProps) {
  const nameOf = (actor: typeof from) => lanes.find((lane) => lane.actor === actor)?.name
  return (
    <output className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-2 text-small text-ink-2">
        <ActorChip actor={from} name={nameOf(from)} /> → <ActorChip actor={to} name={nameOf(to)} />
      </span>
      <strong className="text-large font-semibold">{title}</strong>
      <span className="max-w-[66ch] text-large text-ink-2">
        <RichText text={text} />{' '}
        <span className="text-small text-ink-3">
          <SpecLinks specs={specs} />
        </span>
      </span>
    </output>
  )
}

function useStep(count: number): { readonly at: number; readonly go: (next: number) => void } {
  const asked = Number(useQuery().get(PARAMETER) ?? 1)
  const at = Number.isInteger(asked) && asked >= 1 && asked <= count ? asked - 1 : 0
  return {
    at,
    go(next) {
      if (next < 0 || next >= count) return
      replaceParameter(PARAMETER, next === 0 ? undefined : String(next + 1))
    },
  }
}

/** Goes on by itself until the end, or until somebody takes over. */
function usePlay(canGoOn: boolean, goOn: () => void, at: number) {
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    if (!canGoOn) return void setPlaying(false)
    const timer = setTimeout(goOn, PACE)
    return () => clearTimeout(timer)
    // What goes on is made anew each time; where it is says when.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isPlaying, canGoOn, at])
  return [isPlaying, setPlaying] as const
}

function stateOf(index: number, at: number): MessageState {
  if (index === at) return 'current'
  return index < at ? 'done' : 'coming'
}
