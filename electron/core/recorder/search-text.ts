import type { RecordedBody } from '#shared/model/exchange.ts'

import type { ReadExchange } from './read-exchange.ts'

/** Enough of a body to find it again; a whole one would make the index larger than what it points to. */
const INDEXED = 8 * 1024

/** What a person would search for: the address, the parameters, the bodies, what was handed over and what went wrong. */
export function buildSearchText({ request, response, handover, error, url }: ReadExchange['exchange']): string {
  return [
    request.method,
    decode(url),
    bodyText(request.body),
    ...(response === 'aborted' ? [] : [bodyText(response.body)]),
    ...(handover ? [handover.url, ...Object.entries(handover.parameters).flat()] : []),
    ...(error ? [error.code, error.description ?? '', error.reason ?? ''] : []),
  ].join('\n')
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
