import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { textOf, UserAgent } from '../support/user-agent.ts'
import { signIn } from './browser.ts'
import { type LocalServer, startLocalServer } from './local-server.ts'
import { discover, useIssuer } from './support.ts'

const ID = 'https://client.example.test/metadata.json'
const BROKEN = 'https://client.example.test/broken.json'
const OTHER = 'https://client.example.test/other.json'
const REDIRECT = 'http://127.0.0.1:6274/oauth/callback'

const document = {
  client_id: ID,
  client_name: 'Described by itself',
  redirect_uris: [REDIRECT],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
}
const DOCUMENTS: Readonly<Record<string, object | undefined>> = {
  '/metadata.json': document,
  '/other.json': { ...document, client_id: 'https://attacker.test/metadata.json' },
}

let server: LocalServer
// The issuer's config names the server's address, so the server stands first.
beforeAll(async () => {
  server = await startLocalServer((request, response) => {
    const body = DOCUMENTS[request.url ?? '']
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}))
  })
})
const issuer = useIssuer({
  config: () => ({
    metadataDocuments: {
      [ID]: `${server.url}/metadata.json`,
      [OTHER]: `${server.url}/other.json`,
      [BROKEN]: `${server.url}/missing.json`,
    },
  }),
})
afterAll(() => server[Symbol.asyncDispose]())

describe('a client that is described by a document', () => {
  it('signs in without being registered, its document read from this machine', async () => {
    const config = await discover(issuer.url, ID)
    const tokens = await signIn(config, {
      scope: 'openid mcp:tools',
      resource: 'https://agents.test/mcp',
      redirect_uri: REDIRECT,
    })
    expect(tokens.claims()).toMatchObject({ sub: 'alice', aud: ID })
    expect(tokens.scope).toBe('openid mcp:tools')
  })

  it('is shown to the person by its name and its id', async () => {
    const challenge = { code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
    const url = client.buildAuthorizationUrl(await discover(issuer.url, ID), {
      redirect_uri: REDIRECT,
      scope: 'openid',
      ...challenge,
    })
    const agent = new UserAgent()
    const consent = await agent.submit(await agent.open(url.href), [['account', 'alice']])
    expect(textOf(consent.body)).toContain('Described by itself asks for access')
    expect(textOf(consent.body)).toContain(ID)
  })

  it('may use only the addresses of its document', async () => {
    const query = new URLSearchParams({
      client_id: ID,
      response_type: 'code',
      redirect_uri: 'https://attacker.test/',
      scope: 'openid',
    })
    const page = await new UserAgent().open(`${issuer.url}/authorize?${query}`)
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
  })

  it('is refused when the document is for another client, or is not there', async () => {
    for (const client_id of [OTHER, BROKEN]) {
      const query = new URLSearchParams({ client_id, response_type: 'code', redirect_uri: REDIRECT, scope: 'openid' })
      const page = await new UserAgent().open(`${issuer.url}/authorize?${query}`)
      expect([page.status, page.headers.get('location')]).toEqual([400, null])
    }
  })
})
