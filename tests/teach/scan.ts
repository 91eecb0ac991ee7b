/** The names of the protocol that stand in a recorded exchange, each with the place that it stands in. */
import { decodeJwt } from '#shared/tokens/decode-jwt.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import { contextOf, type EntryContext } from '#shared/teach/contexts.ts'
import { entriesOf } from '#shared/teach/entries.ts'
import type { Entry } from '#shared/teach/entry.ts'

export interface Seen {
  readonly name: string
  readonly context: EntryContext
}

/** Every API has names of its own, which are no protocol. */
const NO_PROTOCOL: ReadonlySet<string> = new Set(['unknown', 'api'])

export function scanExchange({ endpoint, request, response }: Exchange): readonly Seen[] {
  const answer = response === 'aborted' ? undefined : response
  const headers = [
    ...request.headers.map(([name]): Seen => ({ name, context: 'HTTP request' })),
    ...(answer?.headers ?? []).map(([name]): Seen => ({ name, context: 'HTTP response' })),
  ]
  if (NO_PROTOCOL.has(endpoint)) return headers
  const asked = [...namesInForm(new URL(request.url).search), ...namesInBody(request.body.text)]
  const said = membersOf(answer?.body.text ?? '')
  return [
    ...headers,
    ...placed(asked, contextOf(endpoint, 'request')),
    ...placed(said, contextOf(endpoint, 'response')),
  ]
}

/** Claims and header of a JWT. */
export function scanToken(token: string, context: EntryContext): readonly Seen[] {
  const decoded = decodeJwt(token)
  if (decoded === undefined) throw new Error(`this is no JWT: ${token.slice(0, 40)}`)
  return [...placed(Object.keys(decoded.claims), context), ...placed(Object.keys(decoded.header), 'JOSE header')]
}

export function entryOf({ name, context }: Seen): Entry | undefined {
  return entriesOf(name).find(({ where }) => where.includes(context))
}

export function isExplained({ name, context }: Seen): boolean {
  // A header may stand on both sides; what it says is the same.
  if (context.startsWith('HTTP')) return entriesOf(name).some(({ kind }) => kind === 'header')
  return entryOf({ name, context }) !== undefined
}

export function membersOf(text: string): readonly string[] {
  return text.startsWith('{') ? Object.keys(JSON.parse(text) as object) : []
}

function namesInBody(text: string): readonly string[] {
  return text.startsWith('{') ? membersOf(text) : namesInForm(text)
}

function namesInForm(form: string): readonly string[] {
  return [...new URLSearchParams(form).keys()]
}

function placed(names: readonly string[], context: EntryContext | undefined): readonly Seen[] {
  return context === undefined ? [] : names.map((name) => ({ name, context }))
}
