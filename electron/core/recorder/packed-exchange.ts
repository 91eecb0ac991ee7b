import type { RawExchange } from './raw-exchange.ts'

/** A tuple of plain values goes to another thread in a third of the time that an object of objects takes. */
export type PackedExchange = ReturnType<typeof packExchange>

/** No header holds one (RFC 9110 section 5.5). */
const SEPARATOR = '\n'

export function packExchange({ requestHeaders, requestBody, responseBody, ...raw }: RawExchange) {
  return [
    raw.direction,
    raw.startedAt,
    raw.duration,
    raw.method,
    raw.url,
    raw.httpVersion,
    requestHeaders.join(SEPARATOR),
    requestBody.text,
    requestBody.encoding,
    requestBody.size,
    raw.status,
    raw.head,
    responseBody.text,
    responseBody.encoding,
    responseBody.size,
    raw.complete,
    raw.remoteAddress,
    raw.remotePort,
    raw.cause,
    raw.annotation,
  ] as const
}

export function unpackExchange(packed: PackedExchange): RawExchange {
  const [direction, startedAt, duration, method, url, httpVersion, headers, ...bodies] = packed
  const [sent, sentEncoding, sentSize, status, head, answered, answeredEncoding, answeredSize, ...rest] = bodies
  const [complete, remoteAddress, remotePort, cause, annotation] = rest
  return {
    direction,
    startedAt,
    duration,
    method,
    url,
    httpVersion,
    requestHeaders: headers === '' ? [] : headers.split(SEPARATOR),
    requestBody: { text: sent, encoding: sentEncoding, size: sentSize },
    status,
    head,
    responseBody: { text: answered, encoding: answeredEncoding, size: answeredSize },
    complete,
    remoteAddress,
    remotePort,
    cause,
    annotation,
  }
}
