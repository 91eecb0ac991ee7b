import type { Actor } from '../actor.ts'
import { classNames } from '../class-names.ts'
import type { LaidMessage } from '#shared/sequence/layout.ts'
import type { MessageState } from '#shared/sequence/sequence.ts'
import { DASHES } from './to-svg.ts'

const STROKES: Readonly<Record<Actor, string>> = {
  user: 'stroke-user',
  browser: 'stroke-browser',
  client: 'stroke-client',
  issuer: 'stroke-issuer',
  api: 'stroke-api',
}

const INKS: Readonly<Record<MessageState, string>> = {
  done: 'fill-ink-2',
  current: 'fill-accent font-bold',
  coming: 'fill-ink-3',
  skipped: 'fill-ink-3 line-through',
  failed: 'fill-bad font-semibold',
}

interface SequenceMessageProps {
  readonly message: LaidMessage
  readonly actor: Actor
  readonly name: string
  readonly isSelected: boolean
  readonly isPointedAt: boolean
  readonly isTabStop: boolean
  readonly onSelect: (() => void) | undefined
}

export function SequenceMessage(props: SequenceMessageProps) {
  const { message, actor, name, isSelected, isPointedAt, isTabStop, onSelect } = props
  return (
    // SVG has neither list items nor buttons of its own.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <g role="listitem">
      {onSelect === undefined ? (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <g role="img" aria-label={name} aria-current={message.state === 'current' ? 'step' : undefined}>
          <Drawing message={message} actor={actor} isSelected={isSelected} isPointedAt={isPointedAt} />
        </g>
      ) : (
        <g
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="button"
          aria-label={name}
          aria-current={message.state === 'current' ? 'step' : undefined}
          aria-pressed={isSelected}
          tabIndex={isTabStop ? 0 : -1}
          data-message={message.id}
          className="group/message cursor-pointer outline-none"
          onClick={onSelect}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            onSelect()
          }}
        >
          <Drawing message={message} actor={actor} isSelected={isSelected} isPointedAt={isPointedAt} />
        </g>
      )}
    </g>
  )
}

type DrawingProps = Pick<SequenceMessageProps, 'message' | 'actor' | 'isSelected' | 'isPointedAt'>

function Drawing({ message, actor, isSelected, isPointedAt }: DrawingProps) {
  const { line, head, label, labelX, labelY, anchor, band, state } = message
  const stroke = classNames('fill-none', strokeOf(state, actor))
  const width = state === 'current' ? 2.2 : 1.6
  return (
    <>
      <rect {...band} rx={8} strokeWidth={1.5} className={bandLook(state, isSelected, isPointedAt)} />
      {isPointedAt && message.from !== message.to && (
        <path d={line} strokeWidth={11} strokeLinecap="round" className="animate-beam fill-none stroke-accent/30" />
      )}
      <path d={line} strokeWidth={width} strokeDasharray={DASHES[state]} className={stroke} />
      <path d={head} strokeWidth={width} strokeLinejoin="round" className={stroke} />
      <text
        x={labelX}
        y={labelY}
        textAnchor={anchor}
        strokeWidth={4}
        strokeLinejoin="round"
        className={classNames('[paint-order:stroke]', haloOf(state, isPointedAt), INKS[state])}
      >
        {label}
      </text>
      {isPointedAt && (
        <circle
          key={line}
          r={5}
          className="animate-laser fill-accent stroke-panel"
          style={{ offsetPath: `path("${line}")` }}
        />
      )}
    </>
  )
}

function bandLook(state: MessageState, isSelected: boolean, isPointedAt: boolean): string {
  const isLit = state === 'current' || (isPointedAt && state !== 'failed')
  return classNames(
    'group-focus-visible/message:stroke-accent',
    isLit ? 'fill-accent-soft' : state === 'failed' ? 'fill-bad-soft' : 'fill-transparent',
    !isLit && state !== 'failed' && (isSelected ? 'fill-sunken' : 'group-hover/message:fill-sunken'),
    isSelected && 'stroke-line-strong',
  )
}

/** The lanes' lines do not run through the words. */
function haloOf(state: MessageState, isPointedAt: boolean): string {
  if (state === 'failed') return 'stroke-bad-soft'
  return state === 'current' || isPointedAt ? 'stroke-accent-soft' : 'stroke-panel'
}

function strokeOf(state: MessageState, actor: Actor): string {
  if (state === 'done') return STROKES[actor]
  if (state === 'current') return 'stroke-accent'
  return state === 'failed' ? 'stroke-bad' : 'stroke-edge'
}
