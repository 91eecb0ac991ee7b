/** A running program with somebody signed in, tokens of every kind, and a client that may do everything. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { type Program, startProgram } from '../../support/program.ts'
import { basic, type Draft, get, post, toBytes } from './draft.ts'
import { REDIRECT, SECRET, writeFuzzConfig } from './fuzz-clients.ts'
import { type Answer, exchange } from './raw-http.ts'
import { dpopParts, signJwt } from './signer.ts'

export interface World extends AsyncDisposable {
  readonly program: Program
  readonly host: string
  readonly tokens: Tokens
  /** Of a browser in which Alice is signed in and has consented to what `all-skip` asks for. */
  readonly session: string
  /** What the program has written beside its ready line, since this was last asked. */
  complaints(): string
  send(draft: Draft, to?: 'issuer' | 'screens'): Promise<Answer>
}

export interface Tokens {
  readonly opaque: string
  readonly jwt: string
  /** For the other two APIs, and one bound to the key that signs here. */
  readonly maps: string
  readonly agents: string
  readonly bound: string
  readonly id_token: string
  readonly refresh_token: string
  readonly user_code: string
  readonly device_code: string
  readonly registration: {
    readonly path: string
    readonly token: string
    readonly metadata: Readonly<Record<string, unknown>>
  }
}

type Send = World['send']

export async function startWorld(): Promise<World> {
  const config = writeFuzzConfig()
  const program = await startProgram('--config', config)
  rmSync(dirname(config), { recursive: true })
  const issuerPort = Number(new URL(program.issuer).port)
  const screensPort = Number(new URL(program.screens).port)
  let heard = program.output().length
  const send: Send = (draft, to = 'issuer') => {
    const port = to === 'issuer' ? issuerPort : screensPort
    return exchange({ port }, toBytes(draft, `localhost:${port}`), draft.method)
  }
  return {
    program,
    host: `localhost:${issuerPort}`,
    tokens: await collectTokens(send, program.issuer),
    session: await signIn(send),
    complaints() {
      const before = heard
      heard = program.output().length
      return program.output().slice(before)
    },
    send,
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  }
}

async function collectTokens(send: Send, issuer: string): Promise<Tokens> {
  const jwt = await passwordGrant(send, 'https://organizer.test/api')
  const opaque = await passwordGrant(send, 'https://photobox.test/api')
  const device = json(await send(post('/device_authorization', { client_id: 'couch-tv', scope: 'openid' })))
  const metadata = { redirect_uris: [REDIRECT], client_name: 'Registered', scope: 'openid' }
  const registered = json(await send({ ...post('/register', {}), body: { kind: 'json', value: metadata } }))
  return {
    jwt: text(jwt['access_token']),
    maps: text((await passwordGrant(send, 'https://world-mappers.test/api'))['access_token']),
    agents: text((await passwordGrant(send, 'https://agents.test/mcp'))['access_token']),
    bound: text(
      (await passwordGrant(send, 'https://photobox.test/api', { dpop: signJwt(dpopParts('POST', `${issuer}/token`)) }))[
        'access_token'
      ],
    ),
    opaque: text(opaque['access_token']),
    id_token: text(jwt['id_token']),
    refresh_token: text(opaque['refresh_token']),
    user_code: text(device['user_code']),
    device_code: text(device['device_code']),
    registration: {
      path: new URL(text(registered['registration_client_uri'])).pathname,
      token: text(registered['registration_access_token']),
      metadata: { ...metadata, client_id: registered['client_id'], client_secret: registered['client_secret'] },
    },
  }
}

export async function passwordGrant(
  send: Send,
  resource: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const form = {
    grant_type: 'password',
    username: 'alice',
    password: 'alice',
    resource,
    scope: 'openid profile offline_access read:contacts create:contacts read:pictures geocode route mcp:read mcp:tools',
  }
  return json(await send(post('/token', form, { ...basic('all-basic', SECRET), ...headers })))
}

/** Signs Alice in for a client that asks for no consent, and gives back the cookies. */
export async function signIn(send: Send): Promise<string> {
  const opened = await openInteraction(send, { client_id: 'all-skip' })
  const submitted = await send(post(opened.path, { account: 'alice' }, { cookie: opened.cookie }))
  const resume = new URL(location(submitted)).pathname
  const finished = await send(get(resume, {}, { cookie: opened.cookie }))
  return cookiesOf(finished)
}

export interface Opened {
  readonly path: string
  readonly cookie: string
}

/** An authorization request as far as the first page that the issuer shows for it. */
export async function openInteraction(
  send: Send,
  query: Readonly<Record<string, string>>,
  cookie = '',
): Promise<Opened> {
  const params = { response_type: 'code', redirect_uri: REDIRECT, scope: 'openid', ...query }
  const answer = await send(get('/authorize', params, cookie === '' ? {} : { cookie }))
  return { path: location(answer), cookie: [cookie, cookiesOf(answer)].filter(Boolean).join('; ') }
}

export function location({ status, headers, body }: Answer): string {
  const [target] = headers['location'] ?? []
  if (target === undefined) throw new Error(`expected a redirect, got ${status}: ${body.toString().slice(0, 300)}`)
  return target.startsWith('http') ? target : new URL(target, 'http://localhost').pathname
}

export function cookiesOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')
}

export function json({ body }: Answer): Record<string, unknown> {
  return JSON.parse(body.toString('utf8')) as Record<string, unknown>
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`expected a text, got ${JSON.stringify(value)}`)
  return value
}
