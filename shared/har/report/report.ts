/** What a document for people says of exchanges, whatever it is written in. */
import type { Exchange, Handover, HeaderPair, RecordedBody } from '#shared/model/exchange.ts'
import { contentType } from '#shared/model/headers.ts'

import { MASKED, type Masks, OPEN } from '../masks.ts'

export interface ReportOptions {
  /** Left out or false: credentials, cookies, codes and tokens are masked. */
  readonly secrets?: boolean
}

export interface ReportSection {
  /** Left out: those that belong to no sign-in. */
  readonly signIn?: number | undefined
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  readonly items: readonly ReportItem[]
}

export interface ReportItem {
  readonly id: number
  readonly moment: string
  /** Milliseconds. */
  readonly took?: number | undefined
  readonly endpoint: string
  readonly request: string
  readonly status: string
  readonly isBad: boolean
  readonly error?: { readonly code: string; readonly description?: string; readonly reason?: string } | undefined
  readonly note?: string | undefined
  readonly mark?: string | undefined
  readonly handover?: string | undefined
  /** As they went over the wire. */
  readonly sent: string
  readonly answered: string
}

export const REPORT_TITLE = 'Recorded traffic'

export function describeSection({ signIn, client_id, user }: ReportSection): string {
  if (signIn === undefined) return 'Outside of any sign-in'
  return [
    `Sign-in ${signIn}`,
    ...(client_id === undefined ? [] : [client_id]),
    ...(user === undefined ? [] : [user]),
  ].join(', ')
}

/** One sentence on what stands below. */
export function describeReport(exchanges: readonly Exchange[], { secrets = false }: ReportOptions): string {
  const count = `${exchanges.length} ${exchanges.length === 1 ? 'exchange' : 'exchanges'}`
  return secrets
    ? `${count}. Passwords, codes and tokens are in it as they were: give it to nobody who must not have them.`
    : `${count}. Passwords, cookies, codes and tokens are masked.`
}

/** In the order in which each sign-in began; within it, in the order of time. */
export function buildSections(
  exchanges: readonly Exchange[],
  { secrets = false }: ReportOptions,
): readonly ReportSection[] {
  const masks = secrets ? OPEN : MASKED
  const groups = [...Map.groupBy(exchanges, ({ signIn }) => signIn)]
  const signIns = groups.filter(([signIn]) => signIn !== undefined)
  const others = groups.filter(([signIn]) => signIn === undefined)
  return [
    ...signIns.map(([, members], index) => buildSection(members, masks, index + 1)),
    ...others.map(([, members]) => buildSection(members, masks)),
  ]
}

function buildSection(members: readonly Exchange[], masks: Masks, signIn?: number): ReportSection {
  return {
    ...(signIn !== undefined && {
      signIn,
      client_id: members.find(({ client_id }) => client_id !== undefined)?.client_id,
      user: members.find(({ user }) => user !== undefined)?.user,
    }),
    items: members.toSorted((one, other) => one.startedAt - other.startedAt).map((member) => buildItem(member, masks)),
  }
}

function buildItem(exchange: Exchange, masks: Masks): ReportItem {
  const { id, startedAt, duration, endpoint, method, url, status, error, note, handover } = exchange
  return {
    id,
    moment: new Date(startedAt).toISOString(),
    took: duration,
    endpoint,
    request: `${method} ${masks.text(url)}`.trim(),
    status: status === undefined ? 'cut off' : String(status),
    isBad: error !== undefined || status === undefined || status >= 400,
    error: error && {
      code: error.code,
      ...(error.description !== undefined && { description: masks.text(error.description) }),
      ...(error.reason !== undefined && { reason: masks.text(error.reason) }),
    },
    note: note && masks.text(note),
    mark: describeMark(exchange),
    handover: handover && describeHandover(handover, masks),
    sent: writeRequest(exchange, masks),
    answered: writeResponse(exchange, masks),
  }
}

function describeMark({ mark }: Exchange): string | undefined {
  if (mark === undefined) return undefined
  if (mark.kind === 'resent')
    return `sent again by hand${mark.from === undefined ? '' : `, from exchange ${mark.from}`}`
  return `imported${mark.from === undefined ? '' : ` from ${mark.from}`}`
}

const VIA = { query: 'in the address', fragment: 'in the fragment', form_post: 'by a form that posts itself' }

function describeHandover({ url, via, parameters }: Handover, masks: Masks): string {
  const shown = Object.entries(parameters).map(([name, value]) => `${name}=${masks.value(name, value)}`)
  return `${masks.text(url)} ${VIA[via]}: ${shown.join(', ')}`
}

function writeRequest({ request, url }: Exchange, masks: Masks): string {
  const address = URL.canParse(request.url) ? new URL(request.url) : undefined
  const target = address === undefined ? url : address.pathname + address.search
  const line = `${request.method} ${masks.text(target)} HTTP/${request.httpVersion}`
  return writeMessage(line, request.headers, request.body, masks)
}

function writeResponse({ response, request }: Exchange, masks: Masks): string {
  if (response === 'aborted') return 'The connection ended before an answer was complete.'
  const line = `HTTP/${request.httpVersion} ${response.status} ${response.statusText}`.trimEnd()
  return writeMessage(line, response.headers, response.body, masks)
}

/** A page is as long as all else together, and nobody reads its markup here. */
const LONGEST_PAGE = 400
const LONGEST = 20_000

function writeMessage(line: string, headers: readonly HeaderPair[], body: RecordedBody, masks: Masks): string {
  const head = [line, ...headers.map(([name, value]) => `${name}: ${masks.header(name, value)}`)]
  return [...head, ...(body.size === 0 ? [] : ['', writeBody(headers, body, masks)])].join('\n')
}

function writeBody(headers: readonly HeaderPair[], { text, encoding, size }: RecordedBody, masks: Masks): string {
  if (encoding === 'base64') return `(${size} bytes that are no text)`
  const shown = masks.text(indent(headers, text))
  const most = contentType(headers) === 'text/html' ? LONGEST_PAGE : LONGEST
  return shown.length <= most ? shown : `${shown.slice(0, most)}\n(… ${size} bytes in all)`
}

function indent(headers: readonly HeaderPair[], text: string): string {
  if (!contentType(headers).endsWith('json')) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
