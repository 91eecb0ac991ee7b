import type { Exchange, RecordedBody, RecordedResponse } from '#shared/model/exchange.ts'

import { TEXT } from './text.ts'

export function requestLine({ request }: Exchange): string {
  const address = URL.parse(request.url)
  const target = address === null ? request.url : address.pathname + address.search
  return `${request.method} ${target} HTTP/${request.httpVersion}`
}

export function statusLine(response: RecordedResponse, { request }: Exchange): string {
  return `HTTP/${request.httpVersion} ${response.status} ${response.statusText}`.trimEnd()
}

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`
}

/** The body as text, and what has to be said of it where that is not all. */
export function showBody(body: RecordedBody): { readonly body?: string; readonly bodyNote?: string } {
  if (body.encoding === 'base64') return { bodyNote: TEXT.one.binary(formatSize(body.size)) }
  if (!body.truncated) return { body: body.text }
  return { body: body.text, bodyNote: TEXT.one.truncated(formatSize(body.text.length), formatSize(body.size)) }
}
