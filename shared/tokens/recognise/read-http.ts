import { isLoopbackHost } from '#shared/oauth/loopback.ts'

import { decodeText } from '../base64url.ts'
import { type Credentials, parseCompact, parseToken } from '../token.ts'
import { findNamedTokens } from './named-tokens.ts'
import { buildPaste, type Found, type Members, type Paste } from './paste.ts'
import { readForm, readPairs } from './read-address.ts'
import { readJson } from './read-json.ts'
import { splitWords } from './split-words.ts'

const SCHEME = /^(bearer|dpop|basic)\s+([^\s,"]+)$/i

/** The value of an `Authorization` header, as it stands in one. */
export function readCredentials(text: string): Paste | undefined {
  const [, scheme = '', value = ''] = SCHEME.exec(text) ?? []
  if (value === '') return undefined
  if (scheme.toLowerCase() !== 'basic') {
    return buildPaste('header', [{ name: 'access_token', token: parseToken(value) }], { access_token: value })
  }
  const token = readBasic(value)
  return token === undefined ? undefined : buildPaste('header', [{ name: 'Basic', token }])
}

/** RFC 6749 section 2.3.1: both are form-encoded before they are joined. */
function readBasic(value: string): Credentials | undefined {
  const pair = decodeText(value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))
  const colon = pair?.indexOf(':') ?? -1
  if (pair === undefined || colon === -1) return undefined
  const [client_id, client_secret] = [decodeForm(pair.slice(0, colon)), decodeForm(pair.slice(colon + 1))]
  return { type: 'credentials', text: value, client_id, client_secret }
}

function decodeForm(text: string): string {
  return readPairs(`value=${text.replaceAll('&', '%26')}`)['value'] ?? text
}

interface HttpPieces {
  readonly headers: readonly (readonly [string, string])[]
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly body?: string | undefined
}

/** Longer heads are no HTTP. */
const MOST_LINES = 500

/** A message does not say by which scheme it was sent. */
function schemeOf(host: string): 'http' | 'https' {
  return isLoopbackHost(host.replace(/:\d+$/, '')) ? 'http' : 'https'
}

/** One header line, several of them, or a whole message. */
export function readMessage(text: string): Paste | undefined {
  const [head = '', ...bodies] = text.split(/\r?\n\r?\n/)
  const lines = head.split(/\r?\n/, MOST_LINES)
  const [, method, url] = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\S+)/.exec(lines[0] ?? '') ?? []
  const headers = lines.flatMap((line) => {
    const [, name, value] = /^([A-Za-z][\w-]*):\s*(.+)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const]
  })
  if (headers.length === 0) return undefined
  const isWhole = lines.length > 1 || bodies.length > 0
  const host = headers.find(([name]) => name === 'host')?.[1]
  const address = url?.startsWith('/') && host !== undefined ? `${schemeOf(host)}://${host}${url}` : url
  const pieces: HttpPieces = { headers, method, url: address, body: bodies.join('\n\n') }
  return collect(isWhole ? 'HTTP message' : 'header', pieces)
}

const BODY_FLAGS: ReadonlySet<string> = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-urlencode',
  '--json',
])

/** `curl -H 'Authorization: …' -d …`, as a terminal or a browser's developer tools have it. */
export function readCurl(text: string): Paste | undefined {
  if (!/^\$?\s*curl\s/.test(text)) return undefined
  const words = splitWords(text)
  const headers: (readonly [string, string])[] = []
  const bodies: string[] = []
  let [method, url]: (string | undefined)[] = []
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? ''
    if (word === '-H' || word === '--header') {
      const colon = next.indexOf(':')
      if (colon > 0) headers.push([next.slice(0, colon).toLowerCase(), next.slice(colon + 1).trim()])
    } else if (BODY_FLAGS.has(word)) bodies.push(next)
    else if (word === '-X' || word === '--request') method = next
    else if (word === '-u' || word === '--user') headers.push(['authorization', `Basic ${btoaOf(next)}`])
    else if (/^https?:/.test(word)) url = word
  }
  return collect('command line', {
    headers,
    method: method ?? (bodies.length > 0 ? 'POST' : 'GET'),
    url,
    body: bodies.join('&'),
  })
}

function btoaOf(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

function collect(form: 'header' | 'HTTP message' | 'command line', pieces: HttpPieces): Paste | undefined {
  const { headers, method, url, body = '' } = pieces
  const inHeaders = headers.flatMap(([name, value]) => readHeader(name, value))
  const inBody = body === '' ? undefined : (readJson(body.trim()) ?? readForm(body.trim()))
  const inAddress = url === undefined ? {} : readPairs(url.split('?')[1] ?? '')
  const around = inBody === undefined || !('found' in inBody) ? undefined : inBody
  const members: Members = {
    ...inAddress,
    ...around?.members,
    ...accessTokenOf(inHeaders),
    ...(method !== undefined && { htm: method }),
    ...(url !== undefined && URL.canParse(url) && { htu: url }),
  }
  return buildPaste(form, [...inHeaders, ...(around?.found ?? []), ...findNamedTokens(inAddress)], members)
}

function readHeader(name: string, value: string): readonly Found[] {
  if (name === 'authorization') {
    const paste = readCredentials(value)
    return paste !== undefined && 'found' in paste ? paste.found : []
  }
  if (name === 'dpop') return [{ name: 'DPoP', token: parseToken(value) }]
  if (name === 'set-cookie' || name === 'cookie') return value.split(';').flatMap(readCookie)
  if (name === 'location') return findNamedTokens(readPairs(value.split(/[?#]/).slice(1).join('&')))
  const token = parseCompact(value)
  return token === undefined ? [] : [{ name, token }]
}

function readCookie(text: string): readonly Found[] {
  const equals = text.indexOf('=')
  const token = parseCompact(text.slice(equals + 1).trim())
  return equals === -1 || token === undefined ? [] : [{ name: text.slice(0, equals).trim(), token }]
}

function accessTokenOf(found: readonly Found[]): Members {
  const text = found.find(({ name }) => name === 'access_token')?.token.text
  return text === undefined ? {} : { access_token: text }
}
