/**
 * Tokens that were given, newest first, from two sources: the recorded exchanges, which know all that went over the
 * wire, and the store, which knows the opaque ones also where nothing was recorded or traffic was deleted.
 */
import * as z from 'zod'

import type { Input } from '#shared/contract/calls/calls.ts'
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import type { Recorder } from '../../recorder/recorder.ts'
import { invalid } from '../failures.ts'
import { hashToken } from './hash-token.ts'
import { GIVING_ENDPOINTS, readIssued } from './read-issued.ts'
import { type Place, timeOf, type StoredToken, walkStored } from './stored-tokens.ts'
import { type TokenFacts, viewIssued, type ViewParts, viewStored } from './view-token.ts'

export interface ListParts extends ViewParts {
  readonly recorder: Pick<Recorder, 'page' | 'collect'>
}

export interface TokenPage {
  readonly items: readonly TokenFacts[]
  readonly next?: string
}

type Request = Pick<Input<'tokens.list'>, 'client_id' | 'user' | 'kind' | 'state' | 'after'>

/** Looked at for one page. What few tokens have is looked for page by page, so that no call takes long. */
const MOST_LOOKED_AT = 2_000

export async function listTokens(parts: ListParts, request: Request, limit: number): Promise<TokenPage> {
  const { client_id, user } = request
  const cursor = readCursor(request.after)
  const exchanges = walkExchanges(parts.recorder, { client_id, user }, cursor.exchange)
  const stored = walkStored(parts.store.records, { clientId: client_id, accountId: user }, cursor.stored)
  const items: TokenFacts[] = []
  const seen = new Set<string>()
  let place: Cursor = cursor
  let exchange = await exchanges.next()
  // That exchange may have been deleted since.
  let skip = exchange.done !== true && exchange.value.id + 1 === cursor.exchange ? cursor.skip : 0
  let record = stored.next()

  for (let looked = 0; !(exchange.done === true && record.done === true); looked += 1) {
    if (items.length === limit || looked === MOST_LOOKED_AT) return { items, next: writeCursor(place) }
    if (exchange.done !== true && (record.done === true || isNewer(exchange.value, record.value))) {
      const given = readIssued(exchange.value)
      for (const issued of given) seen.add(issued.token)
      for (const issued of given.slice(skip)) {
        const view = viewIssued(parts, issued)
        if (items.length === limit) return { items, next: writeCursor(place) }
        if (isWanted(request, view)) items.push(view)
        skip += 1
        place = { ...place, exchange: exchange.value.id + 1, skip }
      }
      place = { ...place, exchange: exchange.value.id, skip: 0 }
      skip = 0
      exchange = await exchanges.next()
    } else if (record.done !== true) {
      const view = viewStored(parts, record.value)
      place = { ...place, stored: { time: timeOf(record.value.token), hash: hashToken(record.value.token) } }
      if (isWanted(request, view) && !seen.has(view.token) && !(await isRecorded(parts, view.token))) items.push(view)
      record = stored.next()
    }
  }
  return { items }
}

function isNewer({ startedAt, duration = 0 }: Exchange, { token }: StoredToken): boolean {
  return startedAt + duration >= timeOf(token)
}

function isWanted({ kind, state }: Request, view: TokenFacts): boolean {
  return (kind === undefined || view.kind === kind) && (state === undefined || view.state === state)
}

/** Then it comes, or came, with the exchange that gave it. */
async function isRecorded(parts: ListParts, token: string): Promise<boolean> {
  return (await findMaker(parts.recorder, token)) !== undefined
}

/** How many exchanges that carry a token are looked at for the one that gave it; it is the oldest, or not there. */
const OLDEST = 3

export async function findMaker(recorder: ListParts['recorder'], token: string): Promise<Exchange | undefined> {
  for (const endpoint of GIVING_ENDPOINTS) {
    const { items } = await recorder.page({ endpoint, search: token, after: 0, limit: OLDEST })
    const ids = items.map(({ id }) => id)
    const exchanges = ids.length === 0 ? [] : await recorder.collect({ ids }, OLDEST)
    const maker = exchanges.find((exchange) => readIssued(exchange).some((issued) => issued.token === token))
    if (maker) return maker
  }
  return undefined
}

const PAGE = 50

interface Parties {
  readonly client_id: string | undefined
  readonly user: string | undefined
}

/** Those of both endpoints, the newest first. */
async function* walkExchanges(
  recorder: ListParts['recorder'],
  parties: Parties,
  before: number | undefined,
): AsyncGenerator<Exchange, void> {
  const walks = GIVING_ENDPOINTS.map((endpoint) => walkEndpoint(recorder, parties, endpoint, before))
  const heads = await Promise.all(walks.map((walk) => walk.next()))
  for (;;) {
    const newest = heads
      .map((head, index) => ({ index, id: head.done === true ? 0 : head.value.id }))
      .reduce((best, head) => (head.id > best.id ? head : best))
    const head = heads[newest.index]
    if (head === undefined || head.done === true) return
    yield head.value
    heads[newest.index] = (await walks[newest.index]?.next()) ?? { done: true, value: undefined }
  }
}

async function* walkEndpoint(
  recorder: ListParts['recorder'],
  parties: Parties,
  endpoint: (typeof GIVING_ENDPOINTS)[number],
  before: number | undefined,
): AsyncGenerator<Exchange, void> {
  for (let last = before; ;) {
    const { items, next } = await recorder.page({ ...parties, endpoint, hasError: false, before: last, limit: PAGE })
    const ids = items.filter(mayGive).map(({ id }) => id)
    const whole = ids.length === 0 ? [] : await recorder.collect({ ids }, PAGE)
    yield* whole.toReversed()
    if (next === undefined) return
    last = next
  }
}

function mayGive({ direction, method }: ExchangeSummary): boolean {
  return direction === 'in' && method !== 'OPTIONS'
}

const cursorShape = z.strictObject({
  exchange: z.int().min(0).optional(),
  skip: z.int().min(0).default(0),
  stored: z.strictObject({ time: z.number().min(0), hash: z.string() }).optional(),
})

interface Cursor {
  readonly exchange?: number | undefined
  /** How many tokens of the exchange before that number were on the page before. */
  readonly skip: number
  readonly stored?: Place | undefined
}

/** No token stands in it: cursors are handed in by the address. */
function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return { skip: 0 }
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw invalid([
      {
        path: 'after',
        message: `found ${JSON.stringify(text.slice(0, 80))}, expected the value of next in a page before`,
      },
    ])
  }
}
