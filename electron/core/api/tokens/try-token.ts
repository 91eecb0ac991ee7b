/** Shows a token to a demo API over real HTTP, as an application would, and says what came of it. */
import type { Input } from '#shared/contract/calls/calls.ts'
import type { Attempted } from '#shared/contract/calls/tokens.ts'
import { demoCalls } from '#shared/flows/demo-calls.ts'
import type { Answer, Draft } from '#shared/flows/flow.ts'
import type { Exchange, HeaderPair } from '#shared/model/exchange.ts'

import { createDestinations } from '../../flows/tools/destinations.ts'
import { createSend } from '../../flows/tools/send.ts'
import { parseObject } from '../../recorder/read-jwt.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { invalid, notFound } from '../failures.ts'

export type Attempt = Input<'tokens.try'>['attempt']

/** Milliseconds. */
const LIMIT = 15_000

/** What stands in a header, and no more: a line break would begin another. */
const HEADER_TEXT = /^[\x21-\x7e]+$/

export function createTry({ ports, recorder, address }: ApiDependencies) {
  const send = createSend({ destinations: createDestinations(ports), recorder: undefined })

  return async function tryToken(attempt: Attempt): Promise<Attempted> {
    const draft = buildDraft(address, attempt)
    const startedAt = Date.now()
    let port: number | undefined
    const answer = await send(draft, { limit: LIMIT, onMark: ({ mark }) => (port = mark) })
    const exchange = await findExchange(recorder, draft, startedAt, port)
    return describeAttempt(draft, answer, exchange)
  }
}

function buildDraft(issuer: string, { token, api, call, scheme = 'Bearer' }: Attempt): Draft {
  const calls = demoCalls(issuer, api)
  if (calls === undefined) throw notFound('demo API', api, 'A token can be tried on those that come with the program.')
  const chosen = calls[call]
  if (chosen === undefined) {
    throw invalid([{ path: 'attempt.call', message: `found ${call}, expected 0 to ${calls.length - 1}` }])
  }
  if (!HEADER_TEXT.test(token)) {
    const message = 'found a character that no header may have, expected a token on one line'
    throw invalid([{ path: 'attempt.token', message }])
  }
  const headers: HeaderPair[] = [
    ['Accept', 'application/json, text/event-stream'],
    ['Authorization', `${scheme} ${token}`],
    ...(chosen.body === undefined ? [] : [['Content-Type', 'application/json'] as const]),
  ]
  return { method: chosen.method, url: chosen.url, headers, ...(chosen.body !== undefined && { body: chosen.body }) }
}

/** The one that came over the same connection. */
export async function findExchange(
  recorder: ApiDependencies['recorder'],
  { url }: Draft,
  startedAt: number,
  port: number | undefined,
): Promise<Exchange | undefined> {
  await recorder.flush()
  const { items } = await recorder.page({ endpoint: 'api', since: startedAt - 1000, limit: 50 })
  for (const { id } of items.filter((item) => item.url === url)) {
    const exchange = await recorder.get(id)
    if (exchange?.remote?.port === port) return exchange
  }
  return undefined
}

/** What was sent, what came back, and what either side says of it. */
export function describeAttempt(
  { method, url, headers }: Draft,
  answer: Answer,
  exchange: Exchange | undefined,
): Attempted {
  const said = answer.status < 400 ? {} : (parseObject(answer.body) ?? {})
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const error = text(said['error']) ?? text(said['title'])
  const description = text(said['error_description']) ?? text(said['detail'])
  const reason = exchange?.error?.reason
  return {
    accepted: answer.status < 400,
    status: answer.status,
    ...(error !== undefined && { error }),
    ...(description !== undefined && { description }),
    ...(reason !== undefined && { reason }),
    request: { method, url, headers },
    answer,
    ...(exchange && { exchange: exchange.id }),
  }
}
