/** The playground's own pages are registered on port 4401, and are meant wherever the screens are. */
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { UserAgent } from '../support/user-agent.ts'

const CONFIG = {
  clients: [
    { client_id: 'stranger', redirect_uris: ['http://localhost:3000/callback'], token_endpoint_auth_method: 'none' },
  ],
  scenarios: ['organizer'],
}

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0, config: CONFIG })
})
afterAll(() => core.close())

/** Where the browser ends: at the issuer's page of an error, or at the application's address. */
async function reach(client_id: string, redirect_uri: string): Promise<string> {
  const url = new URL(`${core.issuer}/authorize`)
  const asked = { client_id, redirect_uri, response_type: 'code', scope: 'openid', code_challenge_method: 'S256' }
  url.search = new URLSearchParams({
    ...asked,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  }).toString()
  const page = await new UserAgent().signIn(url.href)
  const { origin, pathname } = new URL(page.url)
  return `${origin}${pathname}`
}

test('a client that has the page registered is answered on the port of the screens, and on 4401 as before', async () => {
  const own = `${core.program.screens}/callback`
  expect(await reach('calendar-app', own)).toBe(own)
  expect(await reach('calendar-app', 'http://localhost:4401/callback')).toBe('http://localhost:4401/callback')
})

test.each(['/callback?x=1', '/other', '/callback/'])('no other address there is accepted: %s', async (path) => {
  expect(await reach('calendar-app', `${core.program.screens}${path}`)).toBe(`${core.issuer}/authorize`)
})

test('nor the page by another name, on another port, or of a client that has not registered it', async () => {
  const { screens } = core.program.ports
  for (const [client, address] of [
    ['calendar-app', `http://127.0.0.1:${screens}/callback`],
    ['calendar-app', `http://localhost:${screens === 65_535 ? 1 : screens + 1}/callback`],
    ['stranger', `${core.program.screens}/callback`],
  ] as const) {
    expect(await reach(client, address)).toBe(`${core.issuer}/authorize`)
  }
})

test('what is stored and shown stays as it was registered', async () => {
  const { value } = await core.call('clients.get', { client_id: 'calendar-app' })
  expect(value['redirect_uris']).toEqual(['http://localhost:4401/callback', 'http://localhost:3000/callback'])
})
