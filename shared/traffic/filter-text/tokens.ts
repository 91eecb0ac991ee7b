/** Splits what was typed at spaces, quotes kept together, and knows where each piece stands. */
export interface FilterToken {
  readonly text: string
  readonly start: number
  /** In front of the colon, as typed; undefined for a word. */
  readonly name: string | undefined
  /** Without its quotes. */
  readonly value: string
}

const TOKEN = /(?:[^\s"]|"(?:[^"\\]|\\.)*"?)+/gs
const NAMED = /^([a-z][a-z_-]*):(.*)$/is

export function readTokens(text: string): readonly FilterToken[] {
  return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => {
    const [, name, value = ''] = NAMED.exec(token) ?? []
    return { text: token, start: index, name, value: unquote(name === undefined ? token : value) }
  })
}

export function quote(value: string): string {
  return value === '' || /[\s"\\]/.test(value) ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : value
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value
  const inner = value.slice(1, value.length > 1 && /(?:^|[^\\])(?:\\\\)*"$/.test(value.slice(1)) ? -1 : undefined)
  return inner.replaceAll(/\\(["\\])/g, '$1')
}
