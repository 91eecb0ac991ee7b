import { describe, expect, test } from 'vitest'

import type { Api } from '../model/api.ts'
import type { ClientMetadata } from '../model/client.ts'
import { GRANT } from '../oauth/protocol.ts'
import { buildQuickStarts } from './build-quick-starts.ts'
import { type QuickStartWorld, readFacts } from './facts.ts'

const API: Api = {
  identifier: 'https://notes.test/api',
  name: 'Notes',
  tokenFormat: 'jwt',
  signingAlg: 'RS256',
  tokenLifetime: 60,
  scopes: [{ name: 'read:notes' }, { name: 'write:notes' }],
  authorizationDetailsTypes: [],
}
const WORLD: QuickStartWorld = { issuer: 'http://localhost:4400', screens: 'http://localhost:4401', apis: [API] }

const SERVER: ClientMetadata = {
  client_id: 'shop',
  client_name: 'Shop',
  redirect_uris: ['http://localhost:4401/callback', 'http://localhost:3000/callback'],
  grant_types: [GRANT.authorizationCode, GRANT.refreshToken],
  token_endpoint_auth_method: 'client_secret_basic',
  scope: 'openid profile offline_access read:notes',
}
const BROWSER: ClientMetadata = {
  ...SERVER,
  redirect_uris: ['http://localhost:5173/callback'],
  token_endpoint_auth_method: 'none',
}
const NATIVE: ClientMetadata = { ...BROWSER, application_type: 'native', redirect_uris: ['http://127.0.0.1/callback'] }
const TOOL: ClientMetadata = { ...NATIVE, grant_types: [GRANT.authorizationCode, GRANT.deviceCode] }
const SERVICE: ClientMetadata = {
  client_id: 'job',
  grant_types: [GRANT.clientCredentials],
  response_types: [],
  token_endpoint_auth_method: 'client_secret_basic',
}
const DEVICE: ClientMetadata = {
  client_id: 'tv',
  grant_types: [GRANT.deviceCode],
  response_types: [],
  token_endpoint_auth_method: 'none',
}

function offer(client: ClientMetadata, world: Partial<QuickStartWorld> = {}) {
  return buildQuickStarts(readFacts(client, { ...WORLD, ...world }))
}

function textOf(client: ClientMetadata, id: string, world: Partial<QuickStartWorld> = {}): string {
  const found = offer(client, world).fitting.find((one) => one.id === id)
  if (found === undefined) throw new Error(`${id} is not offered`)
  return [...found.files.map(({ code }) => code), found.install, found.run].join('\n')
}

const SERVERS = ['express', 'next', 'spring', 'aspnet', 'authlib', 'go', 'dotenv']

describe('what is offered', () => {
  test.each([
    ['a web application with a server', SERVER, SERVERS],
    ['a single-page application', BROWSER, ['react', 'dotenv']],
    ['a native application', NATIVE, ['node-native', 'dotenv']],
    ['a command-line tool', TOOL, ['node-native', 'node-device', 'dotenv']],
    ['a service', SERVICE, ['node-machine', 'python-machine', 'curl-machine', 'dotenv']],
    ['a device', DEVICE, ['node-device', 'dotenv']],
    ['one that signs itself', { ...SERVER, token_endpoint_auth_method: 'private_key_jwt' }, ['express', 'dotenv']],
    ['one whose tokens are bound to a key', { ...SERVER, dpop_bound_access_tokens: true }, ['dotenv']],
    [
      'one that pushes its requests',
      { ...SERVER, require_pushed_authorization_requests: true },
      ['express', 'aspnet', 'dotenv'],
    ],
    ['one that may not know its users', { ...SERVER, scope: 'read:notes' }, ['dotenv']],
  ])('suits it, best first: %s', (_name, client, ids) => {
    const { fitting, others } = offer(client)
    expect(fitting.map(({ id }) => id)).toEqual(ids)
    for (const { why } of others) expect(why).toMatch(/^[A-Z].*\.$/)
  })

  test('says what would have to be different', () => {
    const whyOf = (client: ClientMetadata, id: string) => offer(client).others.find((one) => one.id === id)?.why
    expect(whyOf(BROWSER, 'express')).toContain('It is public')
    expect(whyOf(SERVER, 'react')).toContain('client_secret_basic')
    expect(whyOf(SERVICE, 'node-native')).toContain('authorization code grant')
    expect(whyOf(NATIVE, 'react')).toContain('native')
  })
})

describe('the code', () => {
  test.each(SERVERS.filter((id) => id !== 'next' && id !== 'spring'))('has the values of the application: %s', (id) => {
    const text = textOf(SERVER, id)
    expect(text).toContain('http://localhost:4400')
    expect(text).toContain('shop')
    expect(text).toMatch(id === 'aspnet' ? /localhost:3000[\s\S]*|"\/callback"/ : /http:\/\/localhost:3000\/callback/)
    for (const part of ['read:notes', 'offline_access', 'https://notes.test/api']) expect(text).toContain(part)
    expect(text).not.toContain('4401')
  })

  test.each(SERVERS)('has a secret only when it was asked for, and says where it is otherwise: %s', (id) => {
    expect(textOf(SERVER, id)).toMatch(/# Shown in Valet Key: Applications, Shop, Settings.*\n\w*SECRET=\n/)
    expect(textOf(SERVER, id, { secret: 'it-is-me' })).toMatch(/SECRET=it-is-me\n/)
  })

  test('has no file for a secret that there is none of', () => {
    expect(offer(BROWSER).fitting[0]?.files.map(({ path }) => path)).not.toContain('.env')
    expect(textOf(NATIVE, 'node-native')).not.toContain('SECRET')
  })

  test('asks for tokens for another API, or for none', () => {
    const other: Api = { ...API, identifier: 'https://other.test/api', scopes: [{ name: 'do' }] }
    const any = { ...SERVER, scope: undefined }
    expect(textOf(any, 'express')).not.toContain('resource:')
    expect(textOf(any, 'express', { apis: [API, other], api: other.identifier })).toContain(
      `'openid profile email offline_access do'`,
    )
    expect(textOf(SERVER, 'express', { api: 'none' })).not.toContain('read:notes')
  })

  test('of a machine asks for what its API has', () => {
    expect(textOf(SERVICE, 'node-machine')).toContain(`scope: 'read:notes write:notes'`)
    expect(textOf({ ...SERVICE, scope: 'write:notes' }, 'curl-machine')).toContain('scope=write:notes')
  })

  test('calls what is read; what speaks to tools is for code that can', () => {
    const agents: Api = { ...API, identifier: 'https://agents.test/mcp', scopes: [{ name: 'mcp:read' }] }
    const world = { apis: [agents] }
    expect(textOf(SERVICE, 'python-machine', world)).not.toContain('/apis/agents')
    expect(textOf(SERVICE, 'node-machine', world)).toContain('tools/list')
    expect(offer({ ...NATIVE, scope: 'openid mcp:read' }, world).fitting[0]?.id).toBe('node-agent')
  })

  test.each(['express', 'react', 'next', 'spring', 'aspnet', 'authlib', 'go', 'dotenv', 'node-native'])(
    'holds whatever an application may be called: %s',
    (id) => {
      const name = `'"\`\${x}</title>\n#{1} */ -->`
      const client = {
        ...(id === 'react' ? BROWSER : id === 'node-native' ? NATIVE : SERVER),
        client_id: name,
        client_name: name,
      }
      const text = textOf(client, id)
      // As it stands it would end a line, a string or an element somewhere.
      expect(text.includes(`"\`\${x}</title>\n#{1}`)).toBe(false)
      expect(text).not.toMatch(/^#\{1\}/m)
    },
  )
})

describe('the redirect address', () => {
  const redirectOf = (client: ClientMetadata, id: string) =>
    offer(client).fitting.find((one) => one.id === id)?.redirect

  test('is one that is registered and can be listened on, not the playground’s own', () => {
    expect(redirectOf(SERVER, 'express')).toEqual({ uri: 'http://localhost:3000/callback', isRegistered: true })
    const elsewhere = { ...SERVER, redirect_uris: ['https://shop.example/callback', 'http://localhost:4401/callback'] }
    expect(redirectOf(elsewhere, 'express')).toEqual({ uri: 'http://localhost:3000/callback', isRegistered: false })
  })

  test('is the framework’s own where it has one, on the port that is registered', () => {
    const uri = 'http://localhost:3000/api/auth/callback/valetkey'
    expect(redirectOf(SERVER, 'next')).toEqual({ uri, isRegistered: false })
    const registered = { ...SERVER, redirect_uris: ['http://localhost:3000/callback', uri] }
    expect(redirectOf(registered, 'next')).toEqual({ uri, isRegistered: true })
  })

  test('counts as registered where any on this machine does, and on any port for native ones', () => {
    const any = { ...SERVER, redirect_uris: [], valetkey: { anyLoopbackRedirect: true } }
    expect(redirectOf(any, 'express')?.isRegistered).toBe(true)
    expect(redirectOf(NATIVE, 'node-native')).toEqual({ uri: 'http://127.0.0.1/callback', isRegistered: true })
    expect(redirectOf({ ...NATIVE, redirect_uris: ['app.test:/callback'] }, 'node-native')?.isRegistered).toBe(false)
  })
})
