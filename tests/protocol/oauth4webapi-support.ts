/** What every file over oauth4webapi needs: an issuer with clients of its own, and a person who signs in there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll } from 'vitest'

import type { ConfigFile } from '#shared/contract/config.ts'

import { type Program, startProgram } from '../support/program.ts'
import { type Page, type SignInChoices, UserAgent } from '../support/user-agent.ts'

/** The library speaks https alone unless it is told otherwise. */
export const http = { [oauth.allowInsecureRequests]: true } as const

/** What the issuer signs with, as a client registers it. */
export const ISSUER_ALGS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const

export const CALLBACK = 'http://localhost:3000/callback'

export interface Issuer {
  readonly url: string
  readonly as: oauth.AuthorizationServer
  api(path: string): URL
}

/** One started program for a file; the scenarios are there, and what the config adds. */
export function useIssuer(config: ConfigFile = {}): Issuer {
  let running: { program: Program; as: oauth.AuthorizationServer } | undefined
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-oauth4webapi-'))

  beforeAll(async () => {
    const file = join(folder, 'valetkey.config.json')
    writeFileSync(file, JSON.stringify(config))
    const program = await startProgram('--config', file)
    running = { program, as: await discover(program.issuer) }
  })
  afterAll(async () => {
    await running?.program[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })

  function started() {
    if (!running) throw new Error('the issuer runs only while tests do')
    return running
  }
  return {
    get url() {
      return started().program.issuer
    },
    get as() {
      return started().as
    },
    api: (path) => new URL(`${started().program.issuer}/apis/${path}`),
  }
}

export async function discover(
  issuer: string,
  algorithm: 'oidc' | 'oauth2' = 'oidc',
): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer)
  const response = await oauth.discoveryRequest(url, { algorithm, ...http })
  return oauth.processDiscoveryResponse(url, response)
}

/** An application as oauth4webapi sees it. */
export interface Party {
  readonly client: oauth.Client
  readonly auth: oauth.ClientAuth
  readonly redirectUri: string
}

export const calendarApp: Party = {
  client: { client_id: 'calendar-app' },
  auth: oauth.ClientSecretBasic('calendar-app-secret'),
  redirectUri: CALLBACK,
}

export const myTodos: Party = {
  client: { client_id: 'my-todos' },
  auth: oauth.None(),
  redirectUri: 'http://localhost:5173/callback',
}

export interface AuthorizeOptions extends SignInChoices {
  readonly agent?: UserAgent
}

/** Where the browser ends: at the application, or on a page of the issuer. */
export function openAuthorize(
  { as }: Issuer,
  params: Readonly<Record<string, string>>,
  { agent = new UserAgent(), ...choices }: AuthorizeOptions = {},
): Promise<Page> {
  const url = new URL(as.authorization_endpoint ?? '')
  url.search = new URLSearchParams(params).toString()
  return agent.signIn(url.href, choices)
}

export async function authorize(
  issuer: Issuer,
  params: Readonly<Record<string, string>>,
  options?: AuthorizeOptions,
): Promise<URL> {
  return new URL((await openAuthorize(issuer, params, options)).url)
}

export interface CodeFlowOptions extends AuthorizeOptions {
  readonly params?: Readonly<Record<string, string>>
  readonly DPoP?: oauth.DPoPHandle
}

/** The whole of authorization code with PKCE, every check of the library on, the ID token's signature among them. */
export async function codeFlow(
  issuer: Issuer,
  party: Party,
  scope: string,
  { params = {}, DPoP, ...options }: CodeFlowOptions = {},
): Promise<oauth.TokenEndpointResponse> {
  const { as } = issuer
  const secrets = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
  }
  const openid = scope.split(' ').includes('openid')
  const request = {
    client_id: party.client.client_id,
    response_type: 'code',
    redirect_uri: party.redirectUri,
    scope,
    state: secrets.state,
    ...(openid && { nonce: secrets.nonce }),
    code_challenge: await oauth.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    ...params,
  }
  const landed = await authorize(issuer, request, options)
  const callback = oauth.validateAuthResponse(as, party.client, landed, secrets.state)
  return redeemCode(issuer, party, callback, {
    verifier: secrets.verifier,
    DPoP,
    checks: openid ? { expectedNonce: secrets.nonce, requireIdToken: true } : {},
  })
}

export interface RedeemOptions {
  /** Left out: without PKCE. */
  readonly verifier?: string | typeof oauth.nopkce | undefined
  readonly DPoP?: oauth.DPoPHandle | undefined
  readonly checks?: oauth.ProcessAuthorizationCodeResponseOptions
}

/** What the token endpoint gives for the code of a validated callback. */
export async function redeemCode(
  issuer: Issuer,
  { client, auth, redirectUri }: Party,
  callback: URLSearchParams,
  { verifier = oauth.nopkce, DPoP, checks = {} }: RedeemOptions = {},
): Promise<oauth.TokenEndpointResponse> {
  const options = { ...http, ...(DPoP && { DPoP }) }
  const { as } = issuer
  const request = oauth.authorizationCodeGrantRequest(as, client, auth, callback, redirectUri, verifier, options)
  return processTokens(issuer, await request, (response) =>
    oauth.processAuthorizationCodeResponse(as, client, response, checks),
  )
}

/** The library leaves the signature of an ID token that came over TLS alone unless it is asked; here it is asked. */
export async function processTokens(
  { as }: Issuer,
  response: Response,
  process: (response: Response) => Promise<oauth.TokenEndpointResponse>,
): Promise<oauth.TokenEndpointResponse> {
  const tokens = await process(response)
  if (tokens.id_token !== undefined) await oauth.validateApplicationLevelSignature(as, response, http)
  return tokens
}

export async function call(
  accessToken: string,
  url: URL,
  {
    method = 'GET',
    headers,
    body,
    DPoP,
  }: { method?: string; headers?: Headers; body?: string; DPoP?: oauth.DPoPHandle } = {},
): Promise<Response> {
  return oauth.protectedResourceRequest(accessToken, method, url, headers, body, { ...http, ...(DPoP && { DPoP }) })
}

export async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('nothing was refused')
}
