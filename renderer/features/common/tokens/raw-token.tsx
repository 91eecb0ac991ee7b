import { type RefObject, useEffect, useId, useRef } from 'react'

import { classNames } from '../../../components/class-names.ts'
import type { Segment, SegmentKind } from './build-segments.ts'

interface RawTokenProps {
  readonly label: string
  readonly text: string
  /** The text in its colours; undefined where it is too long for them. */
  readonly segments: readonly Segment[] | undefined
  readonly placeholder?: string | undefined
  readonly onChange: (text: string) => void
  readonly className?: string | undefined
  /** The field, for whoever has to put the focus there. */
  readonly area?: RefObject<HTMLTextAreaElement | null> | undefined
}

const LOOKS: Readonly<Record<SegmentKind, string>> = {
  plain: 'text-ink-2',
  dot: 'text-ink',
  header: 'text-client',
  payload: 'text-issuer',
  signature: 'text-api',
  key: 'text-user',
  iv: 'text-browser',
  tag: 'text-api',
}

const TYPE = 'col-start-1 row-start-1 px-3.5 py-3 font-mono text-small leading-[1.65] break-all whitespace-pre-wrap'

/** Beyond this, colours cost more than they tell, and a field that is as high as its text would be no help. */
export const COLOURED_UP_TO = 20_000

/** What was pasted, in colours and editable: the field lies over the coloured text and is as high as that. */
export function RawToken({ label, text, segments, placeholder, onChange, className, area }: RawTokenProps) {
  const id = useId()
  const isColoured = segments !== undefined
  const box = useRef<HTMLDivElement>(null)
  const before = segments?.[0]?.kind === 'plain' ? segments[0].text.length : 0
  // Another token of a longer paste is brought into sight; what is typed in front of one leaves it where it is.
  useEffect(() => {
    const [first] = box.current?.querySelectorAll<HTMLElement>('[data-kind=header]') ?? []
    if (box.current !== null && first !== undefined && !box.current.contains(document.activeElement)) {
      box.current.scrollTop = first.offsetTop - 12
    }
  }, [before])
  return (
    <div
      ref={box}
      className={classNames(
        'relative min-h-24 overflow-auto focus-within:inset-ring-2 focus-within:inset-ring-accent',
        className,
      )}
    >
      <div className="grid min-h-full">
        {isColoured && (
          <div className={classNames(TYPE, 'pointer-events-none select-none')} aria-hidden>
            {segments.map(({ kind, text: piece, isMarked }, index) => (
              // A piece has no name but its place.
              <span
                key={index}
                data-kind={kind}
                className={classNames(LOOKS[kind], isMarked && 'rounded-xs bg-warn-soft')}
              >
                {piece}
              </span>
            ))}
            {/* A last line break has no height of its own. */}
            {'\u200b'}
          </div>
        )}
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <textarea
          ref={area}
          id={id}
          value={text}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => onChange(event.target.value)}
          className={classNames(
            TYPE,
            'w-full resize-none bg-transparent caret-ink outline-none placeholder:text-ink-3',
            isColoured ? 'overflow-hidden text-transparent' : 'h-64 text-ink',
          )}
        />
      </div>
    </div>
  )
}
