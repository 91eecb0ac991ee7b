/** The few calls that traffic consists of, each as an application makes it. */
import { MACHINE, OPAQUE_API, TV, WEB } from './crash-clients.ts'

export type Json = Readonly<Record<string, unknown>>
export type Form = Readonly<Record<string, string>>

export interface IssuerCalls {
  token(client: { readonly id: string; readonly secret: string }, form: Form): Promise<Json>
  /** The error of a token request that has to fail. */
  tokenError(form: Form, client?: { readonly id: string; readonly secret: string }): Promise<unknown>
  revoke(client: { readonly id: string; readonly secret: string }, token: string): Promise<void>
  isActive(token: string): Promise<boolean>
  userInfo(token: string): Promise<number>
  /** Signs Alice in with a browser that has nothing yet; gives its cookie and the code. */
  signIn(): Promise<{ code: string; session: string }>
  /** A code without a page, for a browser in which somebody is signed in. */
  silently(session: string): Promise<string | undefined>
  deviceCode(): Promise<string>
  register(): Promise<{ address: string; token: string }>
  registration(method: 'GET' | 'DELETE', address: string, token: string): Promise<number>
}

const AUTHORIZATION = {
  client_id: WEB.id,
  redirect_uri: WEB.redirect,
  response_type: 'code',
  scope: 'openid profile offline_access read:pictures',
  resource: OPAQUE_API,
}

export function createIssuerCalls(issuer: string): IssuerCalls {
  async function post(
    path: string,
    form: Form,
    client?: { readonly id: string; readonly secret: string },
  ): Promise<Response> {
    const headers: Record<string, string> = client
      ? { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` }
      : {}
    return fetch(`${issuer}${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })
  }

  async function step(url: string, cookie: string, init: RequestInit = {}) {
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    await response.arrayBuffer()
    const set = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0] ?? '')
      .filter((pair) => !pair.endsWith('='))
    return {
      location: new URL(response.headers.get('location') ?? 'none:', url).href,
      cookie: mergeCookies(cookie, set),
    }
  }

  return {
    token: async (client, form) => expectJson(await post('/token', form, client)),
    tokenError: async (form, client) => ((await (await post('/token', form, client)).json()) as Json)['error'],
    async revoke(client, token) {
      const response = await post('/revoke', { token }, client)
      if (response.status !== 200) throw new Error(`/revoke answered ${response.status}: ${await response.text()}`)
      await response.arrayBuffer()
    },
    isActive: async (token) => (await expectJson(await post('/introspect', { token }, MACHINE)))['active'] === true,
    async userInfo(token) {
      const response = await fetch(`${issuer}/userinfo`, { headers: { authorization: `Bearer ${token}` } })
      await response.arrayBuffer()
      return response.status
    },
    async signIn() {
      const opened = await step(`${issuer}/authorize?${new URLSearchParams(AUTHORIZATION)}`, '')
      const submitted = await step(opened.location, opened.cookie, {
        method: 'POST',
        body: new URLSearchParams({ account: 'alice' }),
      })
      const finished = await step(submitted.location, submitted.cookie)
      return { code: codeOf(finished.location), session: finished.cookie }
    },
    async silently(session) {
      const { location } = await step(
        `${issuer}/authorize?${new URLSearchParams({ ...AUTHORIZATION, prompt: 'none' })}`,
        session,
      )
      return new URL(location).searchParams.get('code') ?? undefined
    },
    deviceCode: async () =>
      text(
        (await expectJson(await post('/device_authorization', { client_id: TV.id, scope: 'openid' })))['device_code'],
      ),
    async register() {
      const body = JSON.stringify({ redirect_uris: [WEB.redirect] })
      const answer = await expectJson(
        await fetch(`${issuer}/register`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      )
      return { address: text(answer['registration_client_uri']), token: text(answer['registration_access_token']) }
    },
    async registration(method, address, token) {
      const response = await fetch(address, { method, headers: { authorization: `Bearer ${token}` } })
      await response.arrayBuffer()
      return response.status
    },
  }
}

async function expectJson(response: Response): Promise<Json> {
  const body = await response.text()
  if (!response.ok) throw new Error(`${new URL(response.url).pathname} answered ${response.status}: ${body}`)
  return JSON.parse(body) as Json
}

function mergeCookies(before: string, set: readonly string[]): string {
  const pairs = [...before.split('; ').filter(Boolean), ...set].map(
    (pair) => [pair.slice(0, pair.indexOf('=')), pair] as const,
  )
  return [...new Map(pairs).values()].join('; ')
}

function codeOf(location: string): string {
  const code = new URL(location).searchParams.get('code')
  if (code === null) throw new Error(`no code in ${location}`)
  return code
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`expected a text, got ${JSON.stringify(value)}`)
  return value
}
