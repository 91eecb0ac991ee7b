import type { RichText } from '#shared/teach/lesson.ts'

/** Running text, protocol names in the mono face. */
export function RichTextView(props: { readonly text: RichText }) {
  return props.text.map((piece, index) => (typeof piece === 'string' ? piece : <code key={index}>{piece.code}</code>))
}
