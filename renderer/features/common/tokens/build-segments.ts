import { listMembers, type Range, toEncodedRange } from '#shared/tokens/member-ranges.ts'
import type { Jwe, Jws } from '#shared/tokens/token.ts'
import { decodeText } from '#shared/tokens/base64url.ts'

export type SegmentKind = 'plain' | 'dot' | 'header' | 'payload' | 'signature' | 'key' | 'iv' | 'tag'

export interface Segment {
  readonly kind: SegmentKind
  readonly text: string
  readonly isMarked: boolean
}

/** A member of the header or the payload that is looked at. */
export interface Mark {
  readonly part: 'header' | 'payload'
  readonly name: string
}

interface Part extends Range {
  readonly kind: SegmentKind
}

/** What was pasted in pieces, each of one colour, with the characters of what is looked at marked. */
export function buildSegments(
  text: string,
  token: Jws | Jwe | undefined,
  marked: readonly Range[],
): readonly Segment[] {
  const at = token === undefined ? -1 : text.indexOf(token.text)
  if (token === undefined || at === -1) return [{ kind: 'plain', text, isMarked: false }]
  const inside = marked.map(({ start, end }) => ({ start: start + at, end: end + at }))
  const parts = [
    { kind: 'plain' as const, start: 0, end: at },
    ...partsOf(token).map((part) => ({ ...part, start: part.start + at, end: part.end + at })),
    { kind: 'plain' as const, start: at + token.text.length, end: text.length },
  ]
  return parts.flatMap((part) => cut(text, part, inside)).filter(({ text: piece }) => piece !== '')
}

const SIGNED: readonly SegmentKind[] = ['header', 'payload', 'signature']
const ENCRYPTED: readonly SegmentKind[] = ['header', 'key', 'iv', 'payload', 'tag']

function partsOf(token: Jws | Jwe): readonly Part[] {
  const kinds = token.type === 'jws' ? SIGNED : ENCRYPTED
  let start = 0
  return token.text.split('.').flatMap((piece, index) => {
    const end = start + piece.length
    const parts: Part[] = [{ kind: kinds[index] ?? 'plain', start, end }]
    if (index < kinds.length - 1) parts.push({ kind: 'dot', start: end, end: end + 1 })
    start = end + 1
    return parts
  })
}

function cut(text: string, { kind, start, end }: Part, marked: readonly Range[]): readonly Segment[] {
  const edges = marked.flatMap((range) => [range.start, range.end]).filter((edge) => edge > start && edge < end)
  const cuts = [start, ...new Set(edges.toSorted((one, other) => one - other)), end]
  return cuts.slice(0, -1).map((from, index) => ({
    kind,
    text: text.slice(from, cuts[index + 1]),
    isMarked: marked.some((range) => range.start <= from && from < range.end),
  }))
}

/** Where a member stands in the compact form; nothing for what is not there. */
export function rangesOf(token: Jws | Jwe, { part, name }: Mark): readonly Range[] {
  const encoded = part === 'header' ? token.parts.header : token.type === 'jws' ? token.parts.payload : ''
  const offset = part === 'header' ? 0 : token.parts.header.length + 1
  const json = decodeText(encoded) ?? ''
  return listMembers(json)
    .filter((member) => member.name === name)
    .map((member) => toEncodedRange(json, member))
    .map(({ start, end }) => ({ start: start + offset, end: end + offset }))
}

/** What the signature covers: everything before the second dot. */
export function coveredRange({ parts }: Jws): Range {
  return { start: 0, end: parts.header.length + 1 + parts.payload.length }
}
