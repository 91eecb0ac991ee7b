import { createServer, type RequestListener } from 'node:http'

import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { ConfigFile } from '#shared/contract/config.ts'

import { recordingFetch } from '../../electron/core/recorder/outgoing.ts'
import type { RawExchange } from '../../electron/core/recorder/raw-exchange.ts'
import { UserAgent } from '../support/user-agent.ts'
import { buildRequest, CALLBACK, discover, lastExchange, recorded, signIn, startCore, until } from './support.ts'

async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void (server.closeAllConnections(), server.close()))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

describe('a call that the issuer makes out is recorded with the sign-in that caused it:', () => {
  it('the keys of a client that signs, also when they cannot be had', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', use: 'sig', alg: 'ES256' }] }
    const origin = await startServer((request, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(request.url === '/mine' ? JSON.stringify(keys) : undefined),
    )
    const machine = (client_id: string, jwks_uri: string) => ({
      client_id,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks_uri,
      scope: 'geocode',
    })
    const config = {
      clients: [machine('signer', `${origin}/mine`), machine('lost', 'http://127.0.0.1:1/jwks')],
    } as unknown as ConfigFile
    const core = await startCore({ config })
    for (const [client_id, jwks_uri] of [
      ['signer', `${origin}/mine`],
      ['lost', 'http://127.0.0.1:1/jwks'],
    ] as const) {
      const assertion = await new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid: 'k' })
        .setIssuer(client_id)
        .setSubject(client_id)
        .setAudience(core.issuer)
        .setJti(crypto.randomUUID())
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(privateKey)
      await fetch(`${core.issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id,
          client_assertion: assertion,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        }),
      })
      const [token, out] = (await recorded(core.recorder)).slice(-2)
      expect(token).toMatchObject({ endpoint: 'token', client_id })
      expect(out).toMatchObject({
        endpoint: 'outgoing_jwks',
        direction: 'out',
        url: jwks_uri,
        client_id,
        signIn: token?.signIn,
      })
      if (client_id === 'lost')
        expect(out).toMatchObject({ error: { code: 'unreachable', reason: expect.stringMatching(/./) } })
      else
        expect((await core.recorder.get(out?.id ?? 0))?.response).toMatchObject({
          status: 200,
          body: { text: JSON.stringify(keys) },
        })
    }
  })

  it('a back-channel logout', async () => {
    const origin = await startServer((_request, response) => response.end())
    const app = {
      client_id: 'app',
      client_secret: 'app-secret',
      redirect_uris: [CALLBACK],
      scope: 'openid',
      backchannel_logout_uri: `${origin}/logged-out`,
    }
    const core = await startCore({ config: { clients: [app] } })
    const agent = new UserAgent()
    const tokens = await signIn(await discover(core.issuer, 'app', 'app-secret'), { scope: 'openid' }, {}, agent)
    const { signIn: id } = await lastExchange(core.recorder, { endpoint: 'token' })
    const page = await agent.open(`${core.issuer}/logout?id_token_hint=${tokens.id_token}`)
    await agent.submit(
      page,
      [
        ['xsrf', /name="xsrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''],
        ['logout', 'yes'],
      ],
      '/logout/confirm',
    )
    const out = await lastExchange(core.recorder, { endpoint: 'outgoing_backchannel_logout' })
    expect(out).toMatchObject({
      signIn: id,
      client_id: 'app',
      user: 'alice',
      method: 'POST',
      url: `${origin}/logged-out`,
      status: 200,
    })
    expect(out.request.body.text).toMatch(/^logout_token=ey/)
    expect(out.request.headers).toContainEqual([
      'content-type',
      expect.stringContaining('application/x-www-form-urlencoded'),
    ])
  })

  it("a client's metadata document", async () => {
    const id = 'https://client.example/metadata.json'
    const document = { client_id: id, redirect_uris: [CALLBACK], token_endpoint_auth_method: 'none', scope: 'openid' }
    const origin = await startServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(document)),
    )
    const core = await startCore({ config: { metadataDocuments: { [id]: `${origin}/metadata.json` } } })
    const { url } = await buildRequest(await discover(core.issuer, id), { scope: 'openid' })
    await new UserAgent().open(url.href)
    const out = await lastExchange(core.recorder, { endpoint: 'outgoing_metadata_document' })
    expect(out).toMatchObject({
      direction: 'out',
      signIn: (await lastExchange(core.recorder, { endpoint: 'authorization' })).signIn,
    })
  })

  it('what a demo API asks the issuer', async () => {
    const core = await startCore()
    const config = await discover(core.issuer, 'calendar-app', 'calendar-app-secret')
    const { access_token } = await signIn(config, { scope: 'openid read:contacts' })
    await fetch(`${core.issuer}/apis/organizer/contacts`, { headers: { authorization: `Bearer ${access_token}` } })
    const out = await lastExchange(core.recorder, { endpoint: 'outgoing_jwks' })
    expect(out.signIn).toBe((await lastExchange(core.recorder, { endpoint: 'api' })).signIn)
  })
})

describe('the recorded fetch', () => {
  async function call(url: string, use: (response: Response) => Promise<unknown>): Promise<RawExchange> {
    const told: RawExchange[] = []
    await use(await recordingFetch(fetch, (exchange) => told.push(exchange))(url))
    await until(
      async () => told.length,
      (count) => count > 0,
    )
    const [exchange] = told
    if (!exchange) throw new Error('nothing was told')
    return exchange
  }

  it('reads no more of an endless answer than it keeps', async () => {
    let sent = 0
    const origin = await startServer((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, 'x'))) sent += 1
      }
      response.on('drain', more)
      more()
    })
    const exchange = await call(origin, async (response) => {
      const reader = response.body?.getReader()
      await reader?.read()
      return reader?.cancel()
    })
    expect(exchange.responseBody.text).toHaveLength(256 * 1024)
    const before = sent
    await fetch(await startServer((_request, response) => response.end()))
    expect(sent - before).toBeLessThan(1000)
  })

  it('says that an answer broke off', async () => {
    const origin = await startServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('begin', () => setImmediate(() => response.destroy()))
    })
    const exchange = await call(origin, (response) => response.text().catch(() => undefined))
    expect(exchange).toMatchObject({ complete: false, annotation: { error: { code: 'aborted' } } })
  })
})
