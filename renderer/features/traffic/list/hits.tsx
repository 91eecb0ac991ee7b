import { Fragment } from 'react'

import { findHits } from '#shared/traffic/find-hits.ts'

interface HitsProps {
  readonly text: string
  /** What is searched for. */
  readonly words: string
}

/** The text with what was searched for marked. */
export function Hits({ text, words }: HitsProps) {
  const hits = words === '' ? [] : findHits(text, words)
  if (hits.length === 0) return text
  return (
    <>
      {hits.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(hits[at - 1]?.end ?? 0, start)}
          <mark className="rounded-xs bg-warn-soft px-px text-warn">{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.end ?? 0)}
    </>
  )
}
