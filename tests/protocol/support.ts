/** What the protocol's tests share: a running program, an application that talks to it, and small readers of answers. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll } from 'vitest'

import type { ConfigFile } from '#shared/contract/config.ts'

import { type Program, startProgram } from '../support/program.ts'

export const ORGANIZER = 'https://organizer.test/api'
export const WORLD_MAPPERS = 'https://world-mappers.test/api'
export const PHOTOBOX = 'https://photobox.test/api'
export const CALLBACK = 'http://localhost:3000/callback'

export type Params = Readonly<Record<string, string>> | URLSearchParams

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
  const [secret, method] =
    typeof authentication === 'string' ? [authentication, undefined] : [undefined, authentication]
  return client.discovery(new URL(issuer), client_id, secret, method, { execute: [client.allowInsecureRequests] })
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : {},
  }
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

export function basic(client_id: string, secret: string): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${client_id}:${secret}`).toString('base64')}` }
}

/** A header or payload of a JWT that no library would make. */
export function encodePart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
