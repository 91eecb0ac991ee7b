import { NO_BODY, type RawBody, type RawExchange } from './raw-exchange.ts'
import type { SentExchange } from './recorder.ts'

/** As the recorder's thread reads it; what HTTP itself adds to a request is not told. */
export function describeOut({ draft, startedAt, duration, answer, reason, endpoint }: SentExchange): RawExchange {
  return {
    direction: 'out',
    startedAt,
    duration: answer && duration,
    method: draft.method,
    url: draft.url,
    httpVersion: '1.1',
    requestHeaders: draft.headers.flat(),
    requestBody: describeText(draft.body),
    status: answer?.status,
    head: answer ? headOf(answer) : '',
    responseBody: describeText(answer?.body),
    complete: answer !== undefined,
    remoteAddress: '',
    remotePort: 0,
    cause: 0,
    annotation: {
      ...(endpoint !== undefined && { endpoint }),
      ...(answer === undefined && { error: { code: 'unreachable', reason } }),
    },
  }
}

function describeText(text: string | undefined): RawBody {
  if (text === undefined || text === '') return NO_BODY
  return { text, encoding: 'utf8', size: Buffer.byteLength(text) }
}

function headOf({ status, statusText, headers }: NonNullable<SentExchange['answer']>): string {
  return [`HTTP/1.1 ${status} ${statusText}`, ...headers.map(([name, value]) => `${name}: ${value}`), ''].join('\r\n')
}
