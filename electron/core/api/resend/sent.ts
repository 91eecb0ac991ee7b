import type { Answer, Draft } from '#shared/flows/flow.ts'
import type { Exchange, ExchangeMark } from '#shared/model/exchange.ts'

import type { RawExchange } from '../../recorder/raw-exchange.ts'

interface Sent {
  readonly exchange: Exchange
  readonly draft: Draft
  readonly mark: ExchangeMark
  readonly startedAt: number
  readonly duration: number
  readonly answer: Answer
}

/** What went to somebody else than the issuer passes nobody who would record it. */
export function buildSent({ exchange, draft, mark, startedAt, duration, answer }: Sent): RawExchange {
  const body = draft.body ?? ''
  const isSamePlace = URL.parse(draft.url)?.pathname === URL.parse(exchange.url)?.pathname
  return {
    direction: 'out',
    startedAt,
    duration,
    method: draft.method,
    url: draft.url,
    httpVersion: '1.1',
    requestHeaders: draft.headers.flat(),
    requestBody: { text: body, encoding: 'utf8', size: Buffer.byteLength(body) },
    status: answer.status,
    head: [
      `HTTP/1.1 ${answer.status} ${answer.statusText}`,
      ...answer.headers.map(([name, value]) => `${name}: ${value}`),
      '',
    ].join('\r\n'),
    responseBody: { text: answer.body, encoding: 'utf8', size: Buffer.byteLength(answer.body) },
    complete: true,
    remoteAddress: '',
    remotePort: 0,
    cause: 0,
    annotation: { mark, ...(isSamePlace && { endpoint: exchange.endpoint }) },
  }
}
