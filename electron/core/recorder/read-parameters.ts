import type { HeaderPair, RecordedBody } from '#shared/model/exchange.ts'
import { contentType } from '#shared/model/headers.ts'

/** Of the address and of a form together; the first value of each name. */
export type Parameters = Readonly<Record<string, string>>

export function readParameters(url: URL | undefined, headers: readonly HeaderPair[], body: RecordedBody): Parameters {
  const isForm = contentType(headers) === 'application/x-www-form-urlencoded' && body.encoding === 'utf8'
  const form = new URLSearchParams(isForm ? body.text : '')
  // Later entries win, so the address goes last and each list is turned round: the first value of a name stays.
  return Object.fromEntries([...form].reverse().concat([...(url?.searchParams ?? [])].reverse()))
}
