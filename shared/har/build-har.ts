import type { Exchange, HeaderPair, RecordedBody } from '#shared/model/exchange.ts'
import { findHeader } from '#shared/model/headers.ts'

import { isSecretName, MASK, maskHeader, maskText } from './mask.ts'

export interface HarOptions {
  /** Left out or false: credentials, cookies, codes and tokens are masked. */
  readonly secrets?: boolean
}

interface Masks {
  text(text: string): string
  header(name: string, value: string): string
  value(name: string, value: string): string
}

const OPEN: Masks = { text: (text) => text, header: (_name, value) => value, value: (_name, value) => value }
const MASKED: Masks = {
  text: maskText,
  header: maskHeader,
  value: (name, value) => (isSecretName(name) ? MASK : maskText(value)),
}

/** HTTP Archive 1.2, as browsers' developer tools read it. */
export function buildHar(exchanges: readonly Exchange[], { secrets = false }: HarOptions = {}) {
  const masks = secrets ? OPEN : MASKED
  return {
    log: {
      version: '1.2' as const,
      creator: { name: 'Valet Key', version: '1' },
      entries: exchanges.map((exchange) => buildEntry(exchange, masks)),
    },
  }
}

function buildEntry(exchange: Exchange, masks: Masks) {
  const time = exchange.duration ?? 0
  return {
    startedDateTime: new Date(exchange.startedAt).toISOString(),
    time,
    request: buildRequest(exchange, masks),
    response: buildResponse(exchange, masks),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(exchange.remote && { serverIPAddress: exchange.remote.address }),
    comment: [exchange.endpoint, exchange.client_id, exchange.user].filter(Boolean).join(', '),
  }
}

function buildRequest({ request }: Exchange, masks: Masks) {
  const mimeType = findHeader(request.headers, 'content-type') ?? ''
  return {
    method: request.method,
    url: masks.text(request.url),
    httpVersion: `HTTP/${request.httpVersion}`,
    cookies: readCookies(findHeader(request.headers, 'cookie') ?? '', masks),
    headers: buildHeaders(request.headers, masks),
    queryString: queryOf(request.url).map(([name, value]) => ({ name, value: masks.value(name, value) })),
    headersSize: -1,
    bodySize: request.body.size,
    ...(request.body.size > 0 && { postData: buildPostData(request.body, mimeType, masks) }),
  }
}

function buildPostData(body: RecordedBody, mimeType: string, masks: Masks) {
  const isForm = mimeType.startsWith('application/x-www-form-urlencoded')
  const params = isForm ? [...new URLSearchParams(body.text).entries()] : []
  return {
    mimeType,
    params: params.map(([name, value]) => ({ name, value: masks.value(name, value) })),
    text: masks.text(body.text),
    ...describeBody(body),
  }
}

function buildResponse({ response }: Exchange, masks: Masks) {
  if (response === 'aborted') return ABORTED
  const { status, statusText, headers, body } = response
  const mimeType = findHeader(headers, 'content-type') || 'x-unknown'
  return {
    status,
    statusText,
    httpVersion: 'HTTP/1.1',
    cookies: headers
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .flatMap(([, value]) => readCookies(value.split(';')[0] ?? '', masks)),
    headers: buildHeaders(headers, masks),
    content: {
      size: body.size,
      mimeType,
      text: masks.text(body.text),
      ...(body.encoding === 'base64' && { encoding: 'base64' }),
      ...describeBody(body),
    },
    redirectURL: masks.text(findHeader(headers, 'location') ?? ''),
    headersSize: -1,
    bodySize: body.size,
  }
}

/** What browsers write for a request that was never answered. */
const ABORTED = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
  comment: 'The connection ended before an answer.',
}

function describeBody({ truncated, text }: RecordedBody): { readonly comment?: string } {
  return truncated ? { comment: `Cut off: only the first ${text.length} characters were kept.` } : {}
}

function buildHeaders(headers: readonly HeaderPair[], masks: Masks) {
  return headers.map(([name, value]) => ({ name, value: masks.header(name, value) }))
}

function readCookies(header: string, masks: Masks) {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes('='))
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }))
    .map(({ name, value }) => ({ name, value: masks === OPEN ? value : MASK }))
}

function queryOf(url: string): readonly (readonly [string, string])[] {
  const start = url.indexOf('?')
  return start < 0 ? [] : [...new URLSearchParams(url.slice(start + 1).split('#')[0]).entries()]
}
