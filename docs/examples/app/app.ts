// The application under test: people sign in and see their name, services read a report with a token.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'

export interface AppOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

interface Visitor {
  readonly state: string
  readonly verifier: string
  name?: string
}

export async function startApp({ issuer, clientId, clientSecret }: AppOptions) {
  const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    // An issuer on this machine has no certificate. Leave this out for the real one.
    execute: [client.allowInsecureRequests],
  })
  const visitors = new Map<string, Visitor>()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => send(response, 500, error.message))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const target = new URL(request.url ?? '/', url)
    if (target.pathname === '/') return home(request, response)
    if (target.pathname === '/sign-in') return signIn(response)
    if (target.pathname === '/callback') return callback(target, request, response)
    if (target.pathname === '/report') return report(request, response)
    send(response, 404, 'Nothing is here.')
  }

  function home(request: IncomingMessage, response: ServerResponse) {
    const name = visitorOf(request)?.name
    send(response, 200, name === undefined ? '<a href="/sign-in">Sign in</a>' : `<p>Hello, ${escapeHtml(name)}</p>`)
  }

  async function signIn(response: ServerResponse) {
    const [id, state, verifier] = [crypto.randomUUID(), client.randomState(), client.randomPKCECodeVerifier()]
    visitors.set(id, { state, verifier })
    const address = client.buildAuthorizationUrl(config, {
      redirect_uri: `${url}/callback`,
      scope: 'openid profile',
      state,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    redirect(response, address.href, { 'set-cookie': `visitor=${id}; HttpOnly; SameSite=Lax; Path=/` })
  }

  async function callback(target: URL, request: IncomingMessage, response: ServerResponse) {
    const visitor = visitorOf(request)
    if (visitor === undefined) return send(response, 400, 'Start at <a href="/sign-in">Sign in</a>.')
    const checks = { expectedState: visitor.state, pkceCodeVerifier: visitor.verifier, idTokenExpected: true }
    const tokens = await client.authorizationCodeGrant(config, target, checks)
    const name = tokens.claims()?.['name']
    visitor.name = typeof name === 'string' ? name : 'visitor'
    redirect(response, '/')
  }

  async function report(request: IncomingMessage, response: ServerResponse) {
    const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? []
    const { active, scope } = token === undefined ? { active: false } : await client.tokenIntrospection(config, token)
    if (!active) return send(response, 401, 'A token is needed.')
    if (!scope?.split(' ').includes('read:report')) return send(response, 403, 'The token may not read the report.')
    send(response, 200, 'All is well.')
  }

  function visitorOf({ headers }: IncomingMessage) {
    return visitors.get(/visitor=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? '')
  }

  return {
    url,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, status: number, html: string) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
  response.end(html)
}

function redirect(response: ServerResponse, location: string, headers: Record<string, string> = {}) {
  response.writeHead(302, { ...headers, location })
  response.end()
}

function escapeHtml(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
