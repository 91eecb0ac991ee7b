/** What the protocol's tests share: a running program, an application that talks to it, and small readers of answers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createRemoteJWKSet, decodeJwt, importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll } from 'vitest'

import type { ConfigFile } from '#shared/contract/config.ts'

import worldMappers from '../../resources/scenarios/world-mappers.json' with { type: 'json' }
import { type Program, startProgram } from '../support/program.ts'
import { type Page, type SignInChoices, UserAgent } from '../support/user-agent.ts'

export const ORGANIZER = 'https://organizer.test/api'
export const WORLD_MAPPERS = 'https://world-mappers.test/api'
export const PHOTOBOX = 'https://photobox.test/api'
export const CALLBACK = 'http://localhost:3000/callback'

export type Params = Readonly<Record<string, string>> | URLSearchParams
export type Tokens = client.TokenEndpointResponse & client.TokenEndpointResponseHelpers

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as JSON; nothing where it is none. */
  readonly json: Readonly<Record<string, unknown>>
}

export interface Issuer {
  readonly url: string
  readonly program: Program
  /** A client as openid-client has it: by its secret, or by whatever authentication it is to use. */
  discover(client_id: string, authentication?: string | client.ClientAuth): Promise<client.Configuration>
  request(path: string, init?: RequestInit): Promise<Answer>
  post(path: string, form: Params, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** A call to one of the demo APIs, such as `organizer/contacts`. */
  callApi(path: string, access_token: string): Promise<Answer>
  /** Throws unless one of the published keys signed it. */
  verify(jwt: string): Promise<{ readonly payload: JWTPayload; readonly protectedHeader: { readonly alg: string } }>
}

export interface IssuerSetup {
  readonly config?: ConfigFile | (() => ConfigFile)
  readonly flags?: readonly string[]
}

/** One program for all tests of a file. */
export function useIssuer({ config, flags = [] }: IssuerSetup = {}): Issuer {
  let running: Program | undefined
  let folder: string | undefined
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'valetkey-protocol-'))
    const file = join(folder, 'valetkey.config.json')
    if (config) await writeFile(file, JSON.stringify(typeof config === 'function' ? config() : config))
    running = await startProgram(...(config ? ['--config', file] : []), ...flags)
  })
  afterAll(async () => {
    await running?.[Symbol.asyncDispose]()
    if (folder) await rm(folder, { recursive: true })
  })
  return issuerOf(() => {
    if (!running) throw new Error('the issuer runs only while tests do')
    return running
  })
}

function issuerOf(program: () => Program): Issuer {
  const url = () => program().issuer
  const request = async (path: string, init?: RequestInit) => {
    return readAnswer(await fetch(new URL(path, url()), { redirect: 'manual', ...init }))
  }
  return {
    get url() {
      return url()
    },
    get program() {
      return program()
    },
    discover: (client_id, authentication) => discover(url(), client_id, authentication),
    request,
    post: (path, form, headers = {}) => request(path, { method: 'POST', body: new URLSearchParams(form), headers }),
    callApi: (path, access_token) => request(`/apis/${path}`, { headers: { authorization: `Bearer ${access_token}` } }),
    verify: (jwt) => jwtVerify(jwt, createRemoteJWKSet(new URL('/jwks', url())), { issuer: url() }),
  }
}

export function discover(
  issuer: string,
  client_id: string,
  authentication: string | client.ClientAuth = client.None(),
): Promise<client.Configuration> {
  const [secret, method] = typeof authentication === 'string' ? [authentication, undefined] : [undefined, authentication]
  return client.discovery(new URL(issuer), client_id, secret, method, { execute: [client.allowInsecureRequests] })
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, text, json: isJson && text !== '' ? JSON.parse(text) : {} }
}

export interface Visit {
  /** Where the browser ended: at the application, or on a page of the issuer. */
  readonly page: Page
  readonly url: URL
  readonly checks: client.AuthorizationCodeGrantChecks & { readonly pkceCodeVerifier: string; readonly expectedState: string }
  readonly nonce: string
  readonly agent: UserAgent
}

/** Sends a browser to the authorization endpoint with PKCE and state, and a nonce where an ID token will come. */
export async function visit(
  config: client.Configuration,
  params: Params,
  choices: SignInChoices = {},
  agent = new UserAgent(),
): Promise<Visit> {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const [expectedState, nonce] = [client.randomState(), client.randomNonce()]
  const asked = new URLSearchParams(params)
  const openid = asked.get('scope')?.split(' ').includes('openid') ?? false
  const withCode = (asked.get('response_type') ?? 'code').includes('code')
  setDefaults(asked, {
    redirect_uri: CALLBACK,
    state: expectedState,
    ...(openid && { nonce }),
    ...(withCode && {
      code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    }),
  })
  const page = await agent.signIn(client.buildAuthorizationUrl(config, asked).href, choices)
  const checks = { pkceCodeVerifier, expectedState, ...(openid && { expectedNonce: nonce }) }
  return { page, url: new URL(page.url), checks, nonce, agent }
}

function setDefaults(params: URLSearchParams, defaults: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(defaults)) if (!params.has(name)) params.set(name, value)
}

/** The whole code flow: the browser signs in, the application redeems the code. */
export async function signIn(
  config: client.Configuration,
  params: Params,
  choices: SignInChoices = {},
  agent = new UserAgent(),
): Promise<Tokens> {
  const { url, checks } = await visit(config, params, choices, agent)
  return client.authorizationCodeGrant(config, url, checks)
}

/** The answer of the authorization endpoint, from wherever the response mode has put it. */
export function responseOf({ page, url }: Pick<Visit, 'page' | 'url'>): Readonly<Record<string, string>> {
  if (url.hash !== '') return Object.fromEntries(new URLSearchParams(url.hash.slice(1)))
  return page.headers.has('location') ? Object.fromEntries(url.searchParams) : formOf(page)
}

/** The hidden fields of the page's form. */
export function formOf({ body }: Page): Readonly<Record<string, string>> {
  const fields = [...body.matchAll(/<input[^>]*>/g)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
  return Object.fromEntries(fields.filter(([name]) => name !== ''))
}

export function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** Members that openid-client leaves untyped, such as those of a JWT of ours. */
export function claimsOf(jwt: string | undefined): JWTPayload {
  return decodeJwt(jwt ?? '')
}

/** The left half of the hash, as `at_hash` and `c_hash` have it for algorithms of SHA-256. */
export async function halfHash(value: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value))
  return Buffer.from(hash.slice(0, 16)).toString('base64url')
}

/** Asks again and again until the answer is as expected; the bound is for what never becomes so. */
export async function until<T>(ask: () => Promise<T>, isDone: (answer: T) => boolean, bound = 10_000): Promise<T> {
  const end = performance.now() + bound
  for (;;) {
    const answer = await ask()
    if (isDone(answer)) return answer
    if (performance.now() > end) throw new Error(`still not so after ${bound} ms: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export interface LocalServer extends AsyncDisposable {
  readonly url: string
}

/** A server of the application's own, for what the issuer calls: metadata documents, keys, back-channel logout. */
export async function startLocalServer(listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

export function basic(client_id: string, secret: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${client_id}:${secret}`).toString('base64')}` }
}

/** The key that Delivery Planner signs its assertions with; it stands in the scenario for everyone to read. */
export async function deliveryPlannerKey(): Promise<{ readonly key: CryptoKey; readonly kid: string }> {
  const { kid, ...jwk } = worldMappers.privateKeys['delivery-planner']
  const key = await importJWK(jwk, 'ES256')
  if (key instanceof Uint8Array) throw new Error('the key of Delivery Planner is not a pair')
  return { key, kid }
}

/** A JWT by Delivery Planner about itself, as it stands for a secret (RFC 7523); the claims say what is different. */
export async function deliveryPlannerJwt(claims: JWTPayload): Promise<string> {
  const { key, kid } = await deliveryPlannerKey()
  const now = Math.floor(Date.now() / 1000)
  const self = { iss: 'delivery-planner', sub: 'delivery-planner', jti: crypto.randomUUID(), iat: now, exp: now + 60 }
  return new SignJWT({ ...self, ...claims }).setProtectedHeader({ alg: 'ES256', kid }).sign(key)
}
