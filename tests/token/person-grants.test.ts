import { createServer } from 'node:http'
import { once } from 'node:events'

import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'

import { freePort } from '../support/free-port.ts'
import { UserAgent } from '../support/user-agent.ts'
import { useIssuer, tokensOf } from './support.ts'

const issuer = useIssuer()

const textApp = [
  '--client',
  'text-app',
  '--grant',
  'authorization_code',
  '--no-open',
  '--scope',
  'openid offline_access read:contacts',
]

/** What a browser does with the redirect that leaves the issuer: it goes there. */
async function follow(address: string): Promise<string> {
  const response = await fetch(address)
  return response.text()
}

describe('authorization_code', () => {
  it('prints the address, waits on a port of its own, and redeems the code with PKCE', async () => {
    const command = issuer.start([...textApp, '--decode'])
    const address = await command.seen(/http:\S+\/authorize\S+/)
    const asked = new URL(address).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/)
    const landed = await new UserAgent().signIn(address)
    expect(await follow(landed.url)).toBe('Done. Go back to the terminal; this page can be closed.\n')
    const tokens = await tokensOf(command)
    expect(tokens.refresh_token).toBeTypeOf('string')
    expect(tokens.decoded?.id_token?.payload).toMatchObject({ sub: 'alice', nonce: asked.get('nonce') })
  })

  it('waits at the redirect address that the client registered, and proves who the client is', async () => {
    const port = await freePort()
    const redirect = `http://localhost:${port}/somewhere`
    const registered = await register([redirect])
    // It may begin with a dash.
    const args = [
      `--client=${registered.client_id}`,
      '--grant',
      'authorization_code',
      '--no-open',
      '--redirect-uri',
      redirect,
    ]
    const command = issuer.start([...args, '--scope', 'openid'], {
      env: { VALETKEY_CLIENT_SECRET: registered.client_secret },
    })
    const landed = await new UserAgent().signIn(await command.seen(/http:\S+\/authorize\S+/), { user: 'bob' })
    expect(landed.url.startsWith(`${redirect}?`)).toBe(true)
    await follow(landed.url)
    expect(decodeJwt((await tokensOf(command)).id_token ?? '').sub).toBe('bob')
  })

  it('says what the issuer said when the person says no', async () => {
    const command = issuer.start(textApp)
    const landed = await new UserAgent().signIn(await command.seen(/http:\S+\/authorize\S+/), { deny: true })
    expect(await follow(landed.url)).toBe('The issuer refused. Go back to the terminal; this page can be closed.\n')
    const { code, stdout, stderr } = await command.ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('access_denied')
    expect(stderr).toContain('The person said no.')
  })

  it('refuses an answer with a wrong state and goes on waiting', async () => {
    const command = issuer.start(textApp)
    const address = await command.seen(/http:\S+\/authorize\S+/)
    const redirect = new URL(address).searchParams.get('redirect_uri') ?? ''
    const forged = await fetch(`${redirect}?code=stolen&state=guessed&iss=${issuer.url}`)
    expect([forged.status, await forged.text()]).toEqual([
      400,
      'This answer does not belong to the sign-in that is waiting.\n',
    ])
    expect((await fetch(new URL('/favicon.ico', redirect))).status).toBe(404)
    await follow((await new UserAgent().signIn(address)).url)
    const { code, stderr } = await command.ended
    expect(code).toBe(0)
    expect(stderr).toContain('An answer with a wrong state came in')
  })

  it('refuses an answer of another issuer', async () => {
    const command = issuer.start(textApp)
    const asked = new URL(await command.seen(/http:\S+\/authorize\S+/)).searchParams
    await fetch(`${asked.get('redirect_uri')}?code=c&state=${asked.get('state')}&iss=https://evil.test`)
    const { code, stderr } = await command.ended
    expect(code).toBe(1)
    expect(stderr).toMatch(/The answer of the issuer cannot be trusted: .*iss/)
  })

  it('gives up in words when nobody signs in', async () => {
    const { code, stderr } = await issuer.run([...textApp, '--timeout', '1'])
    expect(code).toBe(1)
    expect(stderr).toContain('Nobody finished the sign-in within 1 second. --timeout SECONDS waits longer.')
  })

  it('says which port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    const { code, stderr } = await issuer.run([...textApp, '--redirect-uri', `http://127.0.0.1:${port}/callback`])
    server.close()
    expect(code).toBe(1)
    expect(stderr).toContain(`port ${port}: something else listens there: stop it, or give another --redirect-uri.`)
  })
})

describe('device_code', () => {
  it('shows code and address, and polls until somebody has answered', async () => {
    const command = issuer.start(['--client', 'couch-tv', '--grant', 'device_code', '--scope', 'openid read:pictures'])
    const address = await command.seen(/Or open (\S+)/)
    expect(await command.seen(/enter the code (\S+)/)).toBe(new URL(address).searchParams.get('user_code'))
    await confirmDevice(address)
    expect(decodeJwt((await tokensOf(command)).id_token ?? '').sub).toBe('alice')
  })

  it('gives up in words when nobody enters the code', async () => {
    const { code, stderr } = await issuer.run(['--client', 'couch-tv', '--grant', 'device_code', '--timeout', '1'])
    expect(code).toBe(1)
    expect(stderr).toContain('Nobody finished the sign-in within 1 second.')
  })
})

async function confirmDevice(address: string): Promise<void> {
  const agent = new UserAgent()
  const confirming = await agent.open(address)
  const hidden = ['xsrf', 'user_code'].map((name) => [name, hiddenField(confirming.body, name)] as const)
  const next = await agent.submit(confirming, [...hidden, ['confirm', 'yes']], `${issuer.url}/device`)
  await agent.signIn(next.url)
}

function hiddenField(html: string, name: string): string {
  const [tag = ''] = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html) ?? []
  return /value="([^"]*)"/.exec(tag)?.[1] ?? ''
}

async function register(redirect_uris: readonly string[]): Promise<{ client_id: string; client_secret: string }> {
  const body = JSON.stringify({ redirect_uris, token_endpoint_auth_method: 'client_secret_basic' })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${issuer.url}/register`, { method: 'POST', headers, body })
  return (await response.json()) as { client_id: string; client_secret: string }
}
