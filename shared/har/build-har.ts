import type { Exchange, ExchangeError, Handover, HeaderPair, RecordedBody } from '#shared/model/exchange.ts'
import { findHeader } from '#shared/model/headers.ts'

import { MASK } from './mask.ts'
import { MASKED, type Masks, OPEN } from './masks.ts'

export interface HarOptions {
  /** Left out or false: credentials, cookies, codes and tokens are masked. */
  readonly secrets?: boolean
}

/** HTTP Archive 1.2, as browsers' developer tools read it. */
export function buildHar(exchanges: readonly Exchange[], { secrets = false }: HarOptions = {}) {
  const masks = secrets ? OPEN : MASKED
  const signIns = numberSignIns(exchanges)
  return {
    log: {
      version: '1.2' as const,
      creator: { name: 'Valet Key', version: '1' },
      entries: exchanges.map((exchange) => buildEntry(exchange, masks, signIns)),
    },
  }
}

export type Har = ReturnType<typeof buildHar>

/** Where there is a file, its sign-ins are the first, the second…: their names here mean nothing elsewhere. */
function numberSignIns(exchanges: readonly Exchange[]): ReadonlyMap<string, number> {
  const names = new Set(exchanges.map(({ signIn }) => signIn).filter((signIn) => signIn !== undefined))
  return new Map([...names].map((name, index) => [name, index + 1]))
}

function buildEntry(exchange: Exchange, masks: Masks, signIns: ReadonlyMap<string, number>) {
  const time = exchange.duration ?? 0
  const { remote, endpoint, client_id, user, note } = exchange
  return {
    startedDateTime: new Date(exchange.startedAt).toISOString(),
    time,
    request: buildRequest(exchange, masks),
    response: buildResponse(exchange, masks),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(remote && { connection: String(remote.port) }),
    comment: [endpoint, client_id, user, note && masks.text(note)].filter(Boolean).join(', '),
    _valetkey: buildOwn(exchange, masks, signIns),
  }
}

/** What HAR has no place for, so that what was exported here is the same when it is imported. */
function buildOwn(exchange: Exchange, masks: Masks, signIns: ReadonlyMap<string, number>) {
  const { request, response, signIn, error, handover, mark, duration, url } = exchange
  return {
    direction: exchange.direction,
    endpoint: exchange.endpoint,
    ...(signIn !== undefined && { signIn: signIns.get(signIn) }),
    ...(exchange.grantType !== undefined && { grantType: exchange.grantType }),
    ...(exchange.client_id !== undefined && { client_id: exchange.client_id }),
    ...(exchange.user !== undefined && { user: exchange.user }),
    ...(error !== undefined && { error: maskError(error, masks) }),
    ...(handover !== undefined && { handover: maskHandover(handover, masks) }),
    ...(exchange.remote && { remote: exchange.remote }),
    ...(exchange.note !== undefined && { note: masks.text(exchange.note) }),
    ...(exchange.pinned === true && { pinned: true as const }),
    ...((mark?.kind === 'resent' || mark?.isResent === true) && { isResent: true as const }),
    ...(duration === undefined && { unfinished: true as const }),
    ...(url !== harAddress(url) && { url: masks.text(url) }),
    ...describeBodies(request.body, response),
  }
}

function describeBodies(sent: RecordedBody, response: Exchange['response']) {
  const got = response === 'aborted' ? undefined : response.body
  return {
    ...(sent.encoding === 'base64' && { sentEncoding: 'base64' as const }),
    ...(sent.truncated && { sentTruncated: true as const }),
    ...(got?.truncated === true && { answeredTruncated: true as const }),
  }
}

function maskError({ code, description, reason }: ExchangeError, masks: Masks): ExchangeError {
  return {
    code,
    ...(description !== undefined && { description: masks.text(description) }),
    ...(reason !== undefined && { reason: masks.text(reason) }),
  }
}

function maskHandover({ url, via, parameters }: Handover, masks: Masks): Handover {
  const masked = Object.entries(parameters).map(([name, value]) => [name, masks.value(name, value)])
  return { url: masks.text(url), via, parameters: Object.fromEntries(masked) }
}

/** What was no request at all has no address, and HAR wants one. */
function harAddress(url: string): string {
  return URL.canParse(url) ? url : 'about:blank'
}

function buildRequest({ request }: Exchange, masks: Masks) {
  const mimeType = findHeader(request.headers, 'content-type') ?? ''
  return {
    method: request.method,
    url: masks.text(harAddress(request.url)),
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

function describeBody({ truncated }: RecordedBody): { readonly comment?: string } {
  return truncated ? { comment: 'Cut off: only its beginning was kept.' } : {}
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
