import { BODY_BOUND, type HeaderPair, LONGEST_NOTE, type RecordedBody } from '#shared/model/exchange.ts'

import type { HarEntry, HarFile } from './har-file.ts'
import type { ImportedExchange, OwnFacts } from './imported-exchange.ts'

/** The file's exchanges in their order. What never went over HTTP (`data:`, `blob:`, sockets) is left out. */
export function readHar({ log }: HarFile): readonly ImportedExchange[] {
  return log.entries.filter(isHttp).map(readEntry)
}

function isHttp({ request, _valetkey }: HarEntry): boolean {
  return _valetkey !== undefined || /^https?:/i.test(request.url)
}

function readEntry(entry: HarEntry): ImportedExchange {
  const { startedDateTime, time, _valetkey: own } = entry
  const note = own === undefined ? entry.comment?.slice(0, LONGEST_NOTE) : own.note
  const isAborted = entry.response.status === 0
  return {
    startedAt: Date.parse(startedDateTime),
    duration: own?.unfinished === true || (own === undefined && isAborted) ? undefined : Math.max(0, time ?? 0),
    request: readRequest(entry),
    response: isAborted ? 'aborted' : readResponse(entry),
    remote: own?.remote,
    note: note === '' ? undefined : note,
    ...(own !== undefined && { ours: readOwn(own) }),
  }
}

function readOwn(own: NonNullable<HarEntry['_valetkey']>): OwnFacts {
  const { direction, endpoint, grantType, client_id, user, error, handover, pinned, signIn, isResent } = own
  return { direction, endpoint, grantType, client_id, user, error, handover, pinned, signIn, isResent }
}

function readRequest({ request, _valetkey: own }: HarEntry): ImportedExchange['request'] {
  const { method, httpVersion = '', headers, postData, bodySize } = request
  const encoding = own === undefined ? postData?.encoding : own.sentEncoding
  const text = postData?.text ?? writeForm(postData?.params)
  return {
    method,
    url: own?.url ?? request.url,
    httpVersion: readVersion(httpVersion),
    headers: readHeaders(headers),
    body: readBody({
      text,
      encoding,
      size: postData === undefined ? 0 : bodySize,
      isTruncated: own && own.sentTruncated === true,
    }),
  }
}

function readResponse({ response, _valetkey: own }: HarEntry): Exclude<ImportedExchange['response'], 'aborted'> {
  const { status, statusText = '', headers, content } = response
  return {
    status,
    statusText,
    headers: readHeaders(headers),
    body: readBody({
      text: content?.text,
      encoding: content?.encoding,
      size: content?.size,
      isTruncated: own && own.answeredTruncated === true,
    }),
  }
}

/** `HTTP/1.1` from us, `h2` or `http/2.0` from browsers. */
function readVersion(version: string): string {
  return version.replace(/^http\//i, '').replace(/^h(?=[23]$)/i, '')
}

/** HTTP/2 has its request line among the headers, and Playwright writes several headers of one name as lines of one. */
function readHeaders(headers: HarEntry['request']['headers']): readonly HeaderPair[] {
  return headers.flatMap(({ name, value }): HeaderPair[] => {
    if (name === ':authority') return [['host', value]]
    return name.startsWith(':') ? [] : value.split(/\r?\n/).map((line) => [name, line])
  })
}

function writeForm(params: NonNullable<HarEntry['request']['postData']>['params']): string | undefined {
  if (params === undefined || params.length === 0) return undefined
  return new URLSearchParams(params.map(({ name, value = '' }): [string, string] => [name, value])).toString()
}

interface Told {
  readonly text: string | undefined
  readonly encoding: string | undefined
  /** What the file says it is: a body that was masked or cut off is another one than what is there of it. */
  readonly size: number | undefined
  /** As our own files say; undefined in others. */
  readonly isTruncated: boolean | undefined
}

function readBody({ text = '', encoding, size, isTruncated }: Told): RecordedBody {
  const body = encoding === 'base64' ? readBase64(text) : { text, encoding: 'utf8' as const, bytes: byteLength(text) }
  const bound = body.encoding === 'base64' ? Math.ceil(BODY_BOUND / 3) * 4 : BODY_BOUND
  const isTooLong = body.text.length > bound
  const stated = size === undefined || size < 0 ? body.bytes : size
  return {
    text: isTooLong ? body.text.slice(0, bound) : body.text,
    encoding: body.encoding,
    size: stated,
    truncated: isTruncated ?? (isTooLong || (text === '' && stated > 0)),
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Browsers write some texts as base64, too; what is UTF-8 is a text here. */
function readBase64(text: string): Pick<RecordedBody, 'text' | 'encoding'> & { readonly bytes: number } {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0)
    return { ...decode(bytes, text), bytes: bytes.length }
  } catch {
    return { text, encoding: 'utf8', bytes: byteLength(text) }
  }
}

function decode(bytes: Uint8Array, base64: string): Pick<RecordedBody, 'text' | 'encoding'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf8' }
  } catch {
    return { text: base64, encoding: 'base64' }
  }
}
