/** Text that is known to be markup. What is put into it is text and stays that, whoever wrote it. */
export interface Markup {
  readonly markup: string
}

type Piece = string | number | Markup | undefined | false | readonly Piece[]

/** Every value is escaped, for a text and for an attribute in double quotes alike, unless it is markup already. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return { markup: strings.map((text, index) => text + write(values[index])).join('') }
}

/** What this program has written itself, as it is. */
export function raw(markup: string): Markup {
  return { markup }
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
}

function write(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  return isList(piece) ? piece.map(write).join('') : piece.markup
}

function isList(piece: Markup | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece)
}
