/** The program from source, an application and a browser that talk to it, and what it has recorded of them. */
import { connect } from 'node:net'

import * as client from 'openid-client'
import { onTestFinished } from 'vitest'

import type { Exchange, ExchangePageRequest, ExchangeSummary } from '#shared/model/exchange.ts'

import { type Core, type CoreOptions, createCore } from '../../electron/core/create-core.ts'
import type { Recorder } from '../../electron/core/recorder/recorder.ts'
import { type Page, type SignInChoices, UserAgent } from '../support/user-agent.ts'

export const CALLBACK = 'http://localhost:3000/callback'

export async function startCore(options: Partial<CoreOptions> = {}): Promise<Core> {
  const core = await createCore({ port: 0, uiPort: 0, ...options })
  onTestFinished(() => core.close())
  return core
}

export function discover(issuer: string, client_id: string, secret?: string): Promise<client.Configuration> {
  const authentication = secret === undefined ? client.None() : client.ClientSecretBasic(secret)
  return client.discovery(new URL(issuer), client_id, secret, authentication, {
    execute: [client.allowInsecureRequests],
  })
}

export interface Visit {
  readonly url: URL
  readonly page: Page
  readonly checks: { readonly pkceCodeVerifier: string; readonly expectedState: string }
}

/** A browser walks through the pages, and ends at the application's door. */
export async function visit(
  config: client.Configuration,
  params: Readonly<Record<string, string>>,
  choices: SignInChoices = {},
  agent = new UserAgent(),
): Promise<Visit> {
  const { url, checks } = await buildRequest(config, params)
  const page = await agent.signIn(url.href, choices)
  return { url: new URL(page.url), page, checks }
}

export async function buildRequest(config: client.Configuration, params: Readonly<Record<string, string>>) {
  const checks = { pkceCodeVerifier: client.randomPKCECodeVerifier(), expectedState: client.randomState() }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    state: checks.expectedState,
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...params,
  })
  return { url, checks }
}

export async function signIn(
  config: client.Configuration,
  params: Readonly<Record<string, string>>,
  choices: SignInChoices = {},
  agent = new UserAgent(),
) {
  const { url, checks } = await visit(config, params, choices, agent)
  return client.authorizationCodeGrant(config, url, checks)
}

/** Oldest first, as it happened. */
export async function recorded(
  recorder: Recorder,
  filter: Partial<ExchangePageRequest> = {},
): Promise<ExchangeSummary[]> {
  const { items } = await recorder.page({ limit: 10_000, ...filter })
  return items.toReversed()
}

/** The newest that fits. */
export async function lastExchange(recorder: Recorder, filter: Partial<ExchangePageRequest> = {}): Promise<Exchange> {
  const { items } = await recorder.page({ limit: 1, ...filter })
  const found = items[0] && (await recorder.get(items[0].id))
  if (!found) throw new Error(`nothing was recorded of ${JSON.stringify(filter)}`)
  return found
}

/** Asks until it is so; what never becomes so ends with the test's own time. */
export async function until<T>(ask: () => Promise<T>, isDone: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isDone(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Bytes as they are, to a port; gives back all that came until the other side closed. */
export function sendRaw(origin: string, bytes: string, { hangUp = false } = {}): Promise<string> {
  const { port } = new URL(origin)
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(bytes, () => hangUp && setTimeout(() => socket.resetAndDestroy(), 50))
    })
    socket.on('data', (chunk) => (got += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(got))
  })
}
