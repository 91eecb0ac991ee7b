/** Two exchanges, part by part, with what differs. */
import type { Exchange, HeaderPair, RecordedBody } from '#shared/model/exchange.ts'

import { contentTypeOf, isJson, parseJson, readSent } from '../../../common/read-parameters.ts'

export const COMPARED_PARTS = [
  'request',
  'parameters',
  'requestHeaders',
  'answer',
  'answered',
  'responseHeaders',
] as const
export type ComparedPart = (typeof COMPARED_PARTS)[number]

export interface ComparedRow {
  readonly name: string
  /** Left out: it is not there. */
  readonly left?: string | undefined
  readonly right?: string | undefined
  readonly isSame: boolean
}

export type Comparison = Readonly<Record<ComparedPart, readonly ComparedRow[]>>

export function compareExchanges(left: Exchange, right: Exchange): Comparison {
  return {
    request: compareRows(readRequest(left), readRequest(right)),
    parameters: compareRows(readParameters(left), readParameters(right)),
    requestHeaders: compareRows(readHeaders(left.request.headers), readHeaders(right.request.headers)),
    answer: compareRows(readAnswer(left), readAnswer(right)),
    answered: compareRows(readAnswered(left), readAnswered(right)),
    responseHeaders: compareRows(readResponseHeaders(left), readResponseHeaders(right)),
  }
}

export function countDifferences(comparison: Comparison): number {
  return COMPARED_PARTS.flatMap((part) => comparison[part]).filter(({ isSame }) => !isSame).length
}

/** In the order of the left one, what only the right one has after it; of names that stand twice, the first with the first. */
function compareRows(left: readonly HeaderPair[], right: readonly HeaderPair[]): readonly ComparedRow[] {
  const [had, has] = [Map.groupBy(left, ([name]) => name), Map.groupBy(right, ([name]) => name)]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((name) => {
    const [ones, others] = [had.get(name) ?? [], has.get(name) ?? []]
    return Array.from({ length: Math.max(ones.length, others.length) }, (_, at) => {
      const [one, other] = [ones[at]?.[1], others[at]?.[1]]
      return { name, left: one, right: other, isSame: one === other }
    })
  })
}

function readRequest({ method, url, request, endpoint, client_id, user }: Exchange): readonly HeaderPair[] {
  const address = URL.parse(url)
  return [
    ['method', method],
    ['address', address === null ? url : address.origin + address.pathname],
    ['version', `HTTP/${request.httpVersion}`],
    ['endpoint', endpoint],
    ...(client_id === undefined ? [] : [['application', client_id] as const]),
    ...(user === undefined ? [] : [['user', user] as const]),
  ]
}

/** Of the address and of the body, a JSON body member by member; a body of another kind as it is. */
function readParameters({ request }: Exchange): readonly HeaderPair[] {
  const query = readSent({ ...request, body: { ...request.body, text: '' } }).map(({ name, value }): HeaderPair => [
    name,
    value,
  ])
  const type = contentTypeOf(request.headers)
  if (type === 'application/x-www-form-urlencoded') return [...query, ...new URLSearchParams(request.body.text)]
  return [...query, ...readBody(request.headers, request.body)]
}

function readAnswer({ response, error, handover }: Exchange): readonly HeaderPair[] {
  const status = response === 'aborted' ? 'cut off' : `${response.status} ${response.statusText}`.trim()
  return [
    ['status', status],
    ...(error === undefined ? [] : [['error', error.code] as const]),
    ...(error?.reason === undefined ? [] : [['reason', error.reason] as const]),
    ...(error?.description === undefined ? [] : [['error_description', error.description] as const]),
    ...(handover === undefined ? [] : [['handed to', handover.url] as const]),
  ]
}

function readAnswered({ response, handover }: Exchange): readonly HeaderPair[] {
  const handed = Object.entries(handover?.parameters ?? {})
  return response === 'aborted' ? handed : [...handed, ...readBody(response.headers, response.body)]
}

function readResponseHeaders({ response }: Exchange): readonly HeaderPair[] {
  return response === 'aborted' ? [] : readHeaders(response.headers)
}

/** RFC 9110 section 5.1: names of headers have no case. */
function readHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers.map(([name, value]) => [name.toLowerCase(), value])
}

const LONGEST = 2_000

function readBody(headers: readonly HeaderPair[], { text, encoding, size }: RecordedBody): readonly HeaderPair[] {
  if (size === 0) return []
  const value = encoding === 'utf8' && isJson(contentTypeOf(headers)) ? parseJson(text) : undefined
  if (value !== undefined) return listLeaves(value)
  return [['body', encoding === 'base64' ? `${size} bytes` : text.slice(0, LONGEST)]]
}

const DEEPEST = 8

/** `address.country`, `keys[0].kid`: what stands at the end of each path. */
function listLeaves(value: unknown, path = '', depth = 0): readonly HeaderPair[] {
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return [[path || 'body', write(value)]]
  const members = Array.isArray(value)
    ? value.map((member: unknown, index) => [`${path}[${index}]`, member] as const)
    : Object.entries(value).map(
        ([name, member]: [string, unknown]) => [path === '' ? name : `${path}.${name}`, member] as const,
      )
  if (members.length === 0) return [[path || 'body', write(value)]]
  return members.flatMap(([name, member]) => listLeaves(member, name, depth + 1))
}

function write(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
