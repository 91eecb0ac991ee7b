/** The built screens over HTTP: files under their own names, and the one page under every other address. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

import { chooseEncoding } from './choose-encoding.ts'
import { MISSING_SCREENS, MISSING_SCREENS_POLICY } from './missing-screens.ts'
import { createScreenFiles, type ScreenFile } from './screen-files.ts'
import { buildScreensPolicy, SCREENS_HEADERS } from './screens-headers.ts'

export interface StaticScreensOptions {
  /** What the build made: `index.html` and `assets/`. */
  readonly directory: string
  /** Its pages may be framed by the screens. */
  readonly issuer: string
}

/** Where `index.html` leaves room for the nonce of the response. */
const NONCE = '__CSP_NONCE__'
const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
/** Addresses that are never a place in the screens. */
const OTHERS = new Set(['api', 'assets', 'callback', 'socket'])

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export function createStaticScreens({ directory, issuer }: StaticScreensOptions): Handler {
  const files = createScreenFiles(directory)

  function sendPage({ headers: { host } }: IncomingMessage, response: ServerResponse): void {
    const page = files.page()
    if (page === undefined) return send(response, 503, { ...HTML, ...POLICY_WHEN_MISSING }, MISSING_SCREENS)
    const nonce = randomBytes(16).toString('base64')
    const policy = buildScreensPolicy({ nonce, issuer, host })
    send(response, 200, { ...HTML, 'content-security-policy': policy }, page.replaceAll(NONCE, nonce))
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = pathOf(request)
    const file = files.find(path)
    if (request.method !== 'GET' && request.method !== 'HEAD') sendText(response, 405, 'Only GET and HEAD.\n')
    else if (file) sendFile(request, response, file)
    else if (isPlace(path)) sendPage(request, response)
    else sendText(response, 404, 'There is no such file.\n')
  }

  return (request, response) => {
    try {
      answer(request, response)
    } catch {
      // While a new version is installed, or the screens are built anew, a file may be gone that was there just now.
      files.forget()
      sendText(response, 503, 'The screens are being replaced. Load the page again.\n')
    }
  }
}

const POLICY_WHEN_MISSING = { 'content-security-policy': MISSING_SCREENS_POLICY }

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}

/**
 * The id of an application or the name of a user may hold a dot, so only a name directly at the top is taken for a
 * file's. What climbs is no place.
 */
function isPlace(path: string): boolean {
  const [first = '', ...rest] = path.slice(1).split('/')
  if (OTHERS.has(first) || [first, ...rest].some(climbs)) return false
  return rest.length > 0 || first === 'index.html' || !first.includes('.')
}

function climbs(segment: string): boolean {
  return /^(\.|%2e){1,2}$/i.test(segment) || /[\\\0]|%00/.test(segment)
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: ScreenFile): void {
  const encoding = chooseEncoding(file.encodings, request.headers['accept-encoding'])
  const { body, etag } = file.read(encoding)
  const headers = {
    etag,
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(file.encodings.length > 1 && { vary: 'accept-encoding' }),
  }
  if (isKnown(request.headers['if-none-match'], etag)) return send(response, 304, headers)
  const encoded = encoding === 'identity' ? {} : { 'content-encoding': encoding }
  send(response, 200, { ...headers, 'content-type': file.contentType, ...encoded }, body)
}

/** RFC 9110 section 13.1.2: a list, compared weakly. */
function isKnown(known: string | undefined, etag: string): boolean {
  const tags = known?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const allow = status === 405 ? { allow: 'GET, HEAD' } : {}
  send(response, status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...allow }, text)
}

/** To HEAD, Node answers with the same headers and leaves the body out. */
function send(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body?: string | Uint8Array) {
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  response.writeHead(status, { ...SCREENS_HEADERS, ...headers, ...length })
  response.end(body)
}
