/** A browser at the authorization endpoint, and what it brings back to the application. */
import * as client from 'openid-client'

import { type Page, type SignInChoices, UserAgent } from '../support/user-agent.ts'
import { CALLBACK, type Params } from './support.ts'

export type Tokens = client.TokenEndpointResponse & client.TokenEndpointResponseHelpers

export interface Visit {
  /** Where the browser ended: at the application, or on a page of the issuer. */
  readonly page: Page
  readonly url: URL
  readonly checks: client.AuthorizationCodeGrantChecks & {
    readonly pkceCodeVerifier: string
    readonly expectedState: string
  }
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
  const fields = [...body.matchAll(/<input[^>]*>/g)].map(
    ([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')] as const,
  )
  return Object.fromEntries(fields.filter(([name]) => name !== ''))
}

/** Where the page's form goes; to the page itself where it does not say. */
export function actionOf({ body, url }: Page): string {
  return /<form[^>]*action="([^"]*)"/.exec(body)?.[1] ?? url
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
