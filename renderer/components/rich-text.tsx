import { Fragment } from 'react'
import type { RichText as Text } from '../../shared/teach/lesson.ts'

export interface RichTextProps {
  readonly text: Text
}

/** Running text with the names of the protocol in the mono face. */
export function RichText({ text }: RichTextProps) {
  return text.map((piece, index) =>
    typeof piece === 'string' ? (
      // Pieces have no name, and their order is all there is to them.
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <code key={index} className="text-[0.93em] wrap-anywhere text-ink">
        {piece.code}
      </code>
    ),
  )
}
