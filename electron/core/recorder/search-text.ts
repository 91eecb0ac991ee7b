import type { HeaderPair, RecordedBody, RecordedResponse } from '#shared/model/exchange.ts'
import { contentType } from '#shared/model/headers.ts'

import type { ReadExchange } from './read-exchange.ts'

/** Enough of a body to find it again; a whole one would make the index larger than what it points to. */
const INDEXED = 8 * 1024

/** What every request and answer has, and nobody looks for. */
const BORING =
  /^(accept|cache-control|connection|content-length|date|etag|expires|keep-alive|pragma|priority|sec-|transfer-encoding|upgrade-insecure|vary|content-security-policy|permissions-policy|referrer-policy|cross-origin|x-content-type)/i

/** What a person would search for: the address, parameters, headers, bodies, what was handed over and what went wrong. */
export function buildSearchText({ request, response, handover, error, url, note }: ReadExchange['exchange']): string {
  return [
    request.method,
    decode(url),
    headerText(request.headers),
    bodyText(request.body),
    ...(response === 'aborted' ? [] : [headerText(response.headers), answerText(response)]),
    ...(handover ? [handover.url, ...Object.entries(handover.parameters).flat()] : []),
    ...(error ? [error.code, error.description ?? '', error.reason ?? ''] : []),
    ...(note === undefined ? [] : [note]),
  ].join('\n')
}

function headerText(headers: readonly HeaderPair[]): string {
  return headers.flatMap(([name, value]) => (BORING.test(name) ? [] : [`${name} ${value}`])).join('\n')
}

/** Of a page what a person reads, and not how it is set. */
function answerText({ headers, body }: RecordedResponse): string {
  if (contentType(headers) !== 'text/html') return bodyText(body)
  const text = body.text.replaceAll(/<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
  return bodyText({ ...body, text: text.replaceAll(/\s+/g, ' ') })
}

function bodyText({ text, encoding }: RecordedBody): string {
  return encoding === 'utf8' ? decode(text.slice(0, INDEXED)) : ''
}

/** A form and a query are found as they mean, not as they are escaped. */
function decode(text: string): string {
  if (!/[%+]/.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
