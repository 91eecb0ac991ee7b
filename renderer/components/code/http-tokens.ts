import { type CodeToken, splitByRules, type TokenRule } from './code-token.ts'
import { splitJson } from './json-tokens.ts'

const REQUEST_LINE: readonly TokenRule[] = [
  [/^[A-Z]+(?= )/y, 'keyword'],
  [/ HTTP\/[\d.]+(?=\r?\n|$)/y, 'quiet'],
]
const STATUS_LINE: readonly TokenRule[] = [
  [/^HTTP\/[\d.]+/y, 'quiet'],
  [/ \d{3}\b/y, 'keyword'],
]
const HEADER: readonly TokenRule[] = [
  [/^[^:\s]+(?=:)/y, 'name'],
  [/:/y, 'quiet'],
  [/.+/y, 'plain'],
]
const FORM: readonly TokenRule[] = [
  [/(?<=^|[&\n])[^&=\s]+(?==)/y, 'name'],
  [/[&=]/y, 'quiet'],
  [/\s+/y, 'plain'],
  [/[^&\n]+/y, 'string'],
]

/** A message as it goes over the wire: start line, headers, an empty line, the body. */
export function splitHttp(text: string): readonly CodeToken[] {
  const end = text.search(/\r?\n\r?\n/)
  const head = end === -1 ? text : text.slice(0, end)
  const body = end === -1 ? '' : text.slice(end)
  const lines = head.split(/(?<=\n)/)
  return [
    ...lines.flatMap((line, index) => (index === 0 ? splitStartLine(line) : splitByRules(line, HEADER))),
    ...splitBody(body),
  ]
}

export function splitStartLine(line: string): readonly CodeToken[] {
  return splitByRules(line, line.startsWith('HTTP/') ? STATUS_LINE : REQUEST_LINE)
}

/** `name=value&…`, as in a form or the query of an address. */
export function splitForm(text: string): readonly CodeToken[] {
  return splitByRules(text, FORM)
}

function splitBody(body: string): readonly CodeToken[] {
  const text = body.trimStart()
  if (text.startsWith('{') || text.startsWith('[')) return splitJson(body)
  return /^[^\s=&]+=/.test(text) ? splitForm(body) : [{ kind: 'plain', text: body }]
}
