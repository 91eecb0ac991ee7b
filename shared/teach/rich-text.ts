import type { RichText } from './lesson.ts'

type Piece = RichText[number]

/** A name or a value in the mono face. */
export function code(value: string): Piece {
  return { code: value }
}

/**
 * Running text in which `{redirect_uri}` stands for a protocol name. Only what the template itself says is read
 * like that: a value put in is text as it is, whoever sent it.
 */
export function rich(strings: TemplateStringsArray, ...values: readonly (Piece | RichText)[]): RichText {
  const pieces = strings.flatMap((text, index) => [...parsePieces(text), ...toPieces(values[index])])
  return pieces.reduce<Piece[]>(joinNeighbours, [])
}

/** For a terminal, a test, or an accessible name. */
export function plainText(text: RichText): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('')
}

function parsePieces(text: string): readonly Piece[] {
  return text.split(/\{([^{}]+)\}/).map((piece, index) => (index % 2 === 1 ? code(piece) : piece))
}

function toPieces(value: Piece | RichText | undefined): readonly Piece[] {
  if (value === undefined) return []
  return typeof value === 'string' || 'code' in value ? [value] : value
}

function joinNeighbours(pieces: Piece[], piece: Piece): Piece[] {
  const last = pieces.at(-1)
  if (piece === '') return pieces
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
  else pieces.push(piece)
  return pieces
}
