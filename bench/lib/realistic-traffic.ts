/** Traffic as applications cause it, made up: what counts is the shape of the values, their number and their repetition. */
import { randomBytes } from 'node:crypto'

import type { RawExchange } from '../../electron/core/recorder/raw-exchange.ts'

const ISSUER = 'http://localhost:4400'
const CLIENTS = ['calendar-app', 'my-todos', 'text-app', 'taxi-finder', 'couch-tv', 'quick-print', 'old-mail', 'helper']
const USERS = ['alice', 'bob', 'carol', 'mallory', ...Array.from({ length: 60 }, (_, index) => `user-${index}`)]
const PLACES = ['Graz', 'Zürich', 'Praha', 'Kraków', 'Łódź', 'Tromsø', 'Málaga', 'Besançon', 'Göteborg', 'Coimbra']
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const START = Date.UTC(2026, 0, 5, 8)
const PACE = 5_000

/** One of a hundred sign-ins carries this word, and nothing else does. */
export const RARE_WORD = 'zanzibar'
export const COMMON_WORD = 'localhost'

export interface Traffic {
  readonly exchanges: readonly RawExchange[]
  /** The access tokens that were given out. */
  readonly tokens: readonly string[]
}

export function makeTraffic(count: number, from = 0): Traffic {
  const exchanges: RawExchange[] = []
  const tokens: string[] = []
  for (let index = from; exchanges.length < count; index += 1) {
    const story = index % 4 === 3 ? machineStory(index) : signInStory(index)
    exchanges.push(
      ...story.exchanges.map((exchange, step) => ({ ...exchange, startedAt: START + index * PACE + step * 120 })),
    )
    tokens.push(story.token)
  }
  return { exchanges: exchanges.slice(0, count), tokens }
}

function signInStory(index: number) {
  const client_id = pick(CLIENTS, index)
  const user = pick(USERS, scatter(index))
  const [uid, code, grant, token, refresh] = [random(32), random(32), random(32), jwt(), random(32)]
  const who = { client_id, user, keys: [`grant:${grant}`, `interaction:${random(32)}`] }
  const fails = index % 10 === 9
  const request = `${ISSUER}/authorize?client_id=${client_id}&redirect_uri=${encodeURIComponent('http://localhost:3000/callback')}&response_type=code&scope=openid+profile+read%3Acontacts&state=${random(16)}&nonce=${random(16)}&code_challenge=${random(32)}&code_challenge_method=S256${index % 100 === 0 ? `&ui_hint=${RARE_WORD}` : ''}`
  const landed = `http://localhost:3000/callback?code=${code}&state=${random(16)}&iss=${encodeURIComponent(ISSUER)}`
  const exchanges = [
    browse('GET', request, { location: `/interaction/${uid}`, note: { client_id } }),
    browse('GET', `${ISSUER}/interaction/${uid}`, { page: `Sign in to ${client_id}`, note: { client_id } }),
    browse('POST', `${ISSUER}/interaction/${uid}`, {
      form: `account=${user}`,
      location: `/authorize/${uid}`,
      note: { client_id },
    }),
    browse('GET', `${ISSUER}/authorize/${uid}`, { location: landed, note: who }),
    call('POST', '/token', {
      form: `grant_type=authorization_code&code=${code}&redirect_uri=${encodeURIComponent('http://localhost:3000/callback')}&code_verifier=${random(32)}`,
      authorization: `Basic ${Buffer.from(`${client_id}:${client_id}-secret`).toString('base64')}`,
      status: fails ? 400 : 200,
      body: fails
        ? { error: 'invalid_grant', error_description: 'grant request is invalid' }
        : {
            access_token: token,
            id_token: jwt(),
            refresh_token: refresh,
            token_type: 'Bearer',
            expires_in: 3600,
            scope: 'openid profile read:contacts',
          },
      note: fails
        ? {
            ...who,
            error: {
              code: 'invalid_grant',
              description: 'grant request is invalid',
              reason: 'PKCE verification failed',
            },
          }
        : who,
    }),
    call('GET', '/jwks', { body: { keys: [{ kty: 'RSA', kid: 'k1', n: 'constant'.repeat(40), e: 'AQAB' }] } }),
    call('GET', '/userinfo', {
      authorization: `Bearer ${token}`,
      body: { sub: user, name: `${user} of ${pick(PLACES, index)}` },
      note: who,
    }),
    call('GET', '/apis/organizer/contacts', {
      authorization: `Bearer ${token}`,
      body: {
        items: PLACES.map((place, at) => ({
          id: at,
          name: `Person ${at}`,
          place,
          email: `person${at}@organizer.test`,
        })),
      },
    }),
    call('GET', '/apis/organizer/tasks', {
      authorization: `Bearer ${token}`,
      body: { items: [{ id: index, title: `Water plant ${index}` }] },
    }),
    call('POST', '/introspect', {
      form: `token=${token}`,
      authorization: 'Basic cXVpY2stcHJpbnQ6c2VjcmV0',
      body: { active: true, sub: user, client_id },
      note: { client_id: 'quick-print' },
    }),
  ]
  return { exchanges, token }
}

function machineStory(index: number) {
  const token = jwt()
  const client_id = 'taxi-finder'
  const exchanges = [
    call('POST', '/token', {
      form: 'grant_type=client_credentials&scope=geocode',
      authorization: 'Basic dGF4aS1maW5kZXI6dGF4aS1maW5kZXItc2VjcmV0',
      body: { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: 'geocode' },
      note: { client_id, grantType: 'client_credentials' },
    }),
    call('GET', `/apis/world-mappers/geocode?place=${encodeURIComponent(pick(PLACES, index))}`, {
      authorization: `Bearer ${token}`,
      body: { place: pick(PLACES, index), latitude: 47.07, longitude: 15.43 },
    }),
  ]
  return { exchanges, token }
}

interface Browse {
  readonly form?: string
  readonly location?: string
  readonly page?: string
  readonly note: NonNullable<RawExchange['annotation']>
}

function browse(method: string, url: string, { form = '', location, page, note }: Browse): RawExchange {
  const headers = [
    'Host',
    'localhost:4400',
    'User-Agent',
    BROWSER,
    'Accept',
    'text/html,application/xhtml+xml',
    'Cookie',
    `_session=${random(32)}; _session.sig=${random(20)}`,
  ]
  const sent =
    form === ''
      ? headers
      : [...headers, 'Content-Type', 'application/x-www-form-urlencoded', 'Content-Length', String(form.length)]
  const html =
    page === undefined
      ? ''
      : `<!doctype html><html><head><style>${'.row { margin: 0 } '.repeat(400)}</style></head><body><h1>${page}</h1><p>alice bob carol mallory</p></body></html>`
  const head =
    location === undefined
      ? headOf(200, ['Content-Type: text/html; charset=utf-8'])
      : headOf(303, [`Location: ${location}`, 'Content-Type: text/html; charset=utf-8'])
  return build({ method, url, headers: sent, form, status: location === undefined ? 200 : 303, head, body: html, note })
}

interface Call {
  readonly form?: string
  readonly authorization?: string
  readonly status?: number
  readonly body: unknown
  readonly note?: NonNullable<RawExchange['annotation']>
}

function call(method: string, path: string, { form = '', authorization, status = 200, body, note }: Call): RawExchange {
  const headers = [
    'Host',
    'localhost:4400',
    'Accept',
    'application/json',
    'User-Agent',
    'openid-client/v6.8.9',
    'Connection',
    'keep-alive',
  ]
  const more = authorization === undefined ? [] : ['Authorization', authorization]
  const typed =
    form === '' ? [] : ['Content-Type', 'application/x-www-form-urlencoded', 'Content-Length', String(form.length)]
  const text = JSON.stringify(body)
  const head = headOf(status, ['Content-Type: application/json; charset=utf-8', `Content-Length: ${text.length}`])
  return build({
    method,
    url: `${ISSUER}${path}`,
    headers: [...headers, ...more, ...typed],
    form,
    status,
    head,
    body: text,
    note,
  })
}

interface Parts {
  readonly method: string
  readonly url: string
  readonly headers: readonly string[]
  readonly form: string
  readonly status: number
  readonly head: string
  readonly body: string
  readonly note: RawExchange['annotation']
}

function build({ method, url, headers, form, status, head, body, note }: Parts): RawExchange {
  return {
    direction: 'in',
    startedAt: 0,
    duration: 3.25,
    method,
    url,
    httpVersion: '1.1',
    requestHeaders: headers,
    requestBody: { text: form, encoding: 'latin1', size: form.length },
    status,
    head,
    responseBody: { text: body, encoding: 'utf8', size: Buffer.byteLength(body) },
    complete: true,
    remoteAddress: '127.0.0.1',
    remotePort: 50_000,
    cause: 0,
    annotation: note,
  }
}

function headOf(status: number, lines: readonly string[]): string {
  const common = [
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Referrer-Policy: same-origin',
    'Date: Mon, 05 Jan 2026 08:00:00 GMT',
    'Connection: keep-alive',
    'Keep-Alive: timeout=5',
  ]
  return [`HTTP/1.1 ${status} OK`, ...lines, ...common, '', ''].join('\r\n')
}

function jwt(): string {
  return `eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImsxIn0.${random(300)}.${random(256)}`
}

/** The same application does not always have the same user. */
function scatter(index: number): number {
  return Math.imul(index + 1, 2_654_435_761) >>> 8
}

function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}
