import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Program, runProgram, startProgram } from '../support/program.ts'
import { UserAgent } from '../support/user-agent.ts'
import { JWT_PLACES } from './support/jwt-places.ts'
import { RECIPES } from './support/recipes.ts'
import { startWorld, type World } from './support/world.ts'

/** Words that nothing but a leak can bring to the output. */
const SECRETS = {
  clientSecret: 'zq-client-secret-4b1f',
  password: 'zq-password-77aa',
  totp: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  cookie: 'zq-cookie-19c0',
  token: 'zq-token-5e5e',
  code: 'zq-code-8d8d',
  assertion: 'zq-assertion-3c3c',
} as const

const REDIRECT = 'http://localhost:3997/callback'
const CONFIG = {
  clients: [
    {
      client_id: 'zq',
      client_secret: SECRETS.clientSecret,
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code', 'refresh_token', 'password', 'client_credentials'],
      response_types: ['code'],
      scope: 'openid offline_access',
      valetkey: { requirePkce: false, skipConsent: true },
    },
  ],
  users: [{ username: 'zoe', password: SECRETS.password, secondFactor: { totpSecret: SECRETS.totp } }],
}
const BASIC = `Basic ${btoa(`zq:${SECRETS.clientSecret}`)}`

let directory: string

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'valetkey-secrets-'))
})
afterAll(() => rmSync(directory, { recursive: true }))

function writeConfig(content: unknown): string {
  const file = join(directory, 'valetkey.config.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

function expectNoneOf(secrets: Iterable<string>, output: string): void {
  expect([...secrets].filter((secret) => output.includes(secret))).toEqual([])
}

async function post(
  program: Program,
  path: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${program.issuer}${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  const text = await response.text()
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
}

describe('the output of a program that serves', () => {
  it('has the ready line, with its token, and no secret, password, code or token', async () => {
    const program = await startProgram('--config', writeConfig(CONFIG))
    const seen = new Set<string>(Object.values(SECRETS))
    const keep = (answer: Readonly<Record<string, unknown>>) => {
      for (const [name, value] of Object.entries(answer))
        if (/_token$|_code$|auth_req_id|_secret$/.test(name) && typeof value === 'string') seen.add(value)
      return answer
    }
    const askToken = async (form: Readonly<Record<string, string>>) =>
      keep(await post(program, '/token', form, { authorization: BASIC }))
    const password = {
      grant_type: 'password',
      username: 'zoe',
      password: SECRETS.password,
      scope: 'openid offline_access',
    }

    const tokens = await askToken(password)
    expect(tokens['refresh_token']).toBeTypeOf('string')
    keep(await post(program, '/token', { ...password, client_id: 'zq', client_secret: SECRETS.clientSecret }))
    await askToken({ ...password, password: `${SECRETS.password}x` })
    await askToken({ grant_type: 'refresh_token', refresh_token: String(tokens['refresh_token']) })
    await askToken({ grant_type: 'refresh_token', refresh_token: String(tokens['refresh_token']) })
    await askToken({ grant_type: 'authorization_code', code: SECRETS.code, redirect_uri: REDIRECT })
    keep(
      await post(program, '/token', {
        grant_type: 'client_credentials',
        client_assertion: SECRETS.assertion,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      }),
    )
    keep(await post(program, '/introspect', { token: SECRETS.token }, { authorization: BASIC }))
    keep(
      await post(
        program,
        '/revoke',
        { token: SECRETS.token },
        { authorization: `Basic ${btoa(`zq:${SECRETS.clientSecret}x`)}` },
      ),
    )
    keep(await post(program, '/device_authorization', { client_id: 'couch-tv' }))
    keep(
      await post(
        program,
        '/backchannel',
        { login_hint: 'alice', scope: 'openid' },
        { authorization: `Basic ${btoa('taxi-finder:taxi-finder-secret')}` },
      ),
    )
    await fetch(`${program.issuer}/userinfo`, {
      headers: {
        authorization: `Bearer ${SECRETS.token}`,
        cookie: `valetkey=${SECRETS.cookie}`,
        dpop: SECRETS.assertion,
      },
    })
    await fetch(`${program.issuer}/apis/organizer/contacts?access_token=${SECRETS.token}`)

    const agent = new UserAgent()
    const query = { client_id: 'zq', redirect_uri: REDIRECT, response_type: 'code', scope: 'openid' }
    const page = await agent.open(`${program.issuer}/authorize?${new URLSearchParams(query)}`)
    await agent.submit(page, [
      ['username', 'zoe'],
      ['password', `${SECRETS.password}x`],
    ])
    const second = await agent.submit(page, [
      ['username', 'zoe'],
      ['password', SECRETS.password],
    ])
    await agent.submit(second, [
      ['code', '000000'],
      ['action', 'verify'],
    ])
    const landed = await agent.submit(second, [['action', 'skip']])
    const code = new URL(landed.url).searchParams.get('code') ?? ''
    expect(code).not.toBe('')
    seen.add(code)
    await askToken({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT })

    const { code: exit, stdout, stderr } = await program.kill('SIGTERM')
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expectNoneOf(seen, stdout)
    expect(stdout).toBe(`${JSON.stringify(program.ready)}\n`)
  })

  it('has none either when every kind of request was made, right and wrong', async () => {
    const world: World = await startWorld()
    for (const { make, to } of RECIPES) await world.send(await make(world), to)
    for (const { put } of JWT_PLACES) await world.send(put(SECRETS.assertion, world))
    expect(world.complaints()).toBe('')
    const { stdout, stderr } = await world.program.kill('SIGTERM')
    const { token } = world.program.ready
    expectNoneOf(
      [
        world.tokens.opaque,
        world.tokens.jwt,
        world.tokens.refresh_token,
        world.tokens.registration.token,
        SECRETS.assertion,
      ],
      stdout + stderr,
    )
    expect((stdout + stderr).split(token)).toHaveLength(3)
  })
})

const CLIENT = CONFIG.clients[0]
const USER = CONFIG.users[0]

describe('the message about a bad config', () => {
  it.each([
    ['beside the secret', { ...CONFIG, clients: [{ ...CLIENT, redirect_uris: 7 }] }],
    ['in a secret that is a list', { clients: [{ ...CLIENT, client_secret: [SECRETS.clientSecret] }] }],
    ['in a secret that is an object', { clients: [{ ...CLIENT, client_secret: { value: SECRETS.clientSecret } }] }],
    ['in a password that is a list', { users: [{ ...USER, password: [SECRETS.password] }] }],
    ['in a second factor that is a text', { users: [{ ...USER, secondFactor: SECRETS.totp }] }],
    [
      'in a second factor that is no base32',
      { users: [{ ...USER, secondFactor: { totpSecret: `${SECRETS.password}!` } }] },
    ],
    [
      'in a misspelt secret',
      { clients: [{ ...CLIENT, client_secret: undefined, clientSecret: SECRETS.clientSecret }] },
    ],
    ['in a secret with a space', { clients: [{ ...CLIENT, client_secret: ` ${SECRETS.clientSecret}\u0000` }] }],
    [
      'in a secret of a client that authenticates otherwise',
      { clients: [{ ...CLIENT, token_endpoint_auth_method: 'none' }] },
    ],
    ['in a private key', { clients: [{ ...CLIENT, jwks: { keys: [{ kty: 'oct', k: SECRETS.clientSecret }] } }] }],
    ['in keys that are a text', { clients: [{ ...CLIENT, jwks: SECRETS.clientSecret }] }],
    ['in a client that is a text', { clients: [SECRETS.clientSecret] }],
    ['in a client_id given twice', { clients: [CLIENT, CLIENT] }],
    ['in an unfinished text', `{"clients":[{"client_id":"zq","client_secret":"${SECRETS.clientSecret}`],
    ['behind the secret', `{"clients":[{"client_id":"zq","client_secret":"${SECRETS.clientSecret}" "x":1}]}`],
    ['in a text without quotes', `{"users":[{"username":"zoe","password":${SECRETS.password}}]}`],
    ['in a text in single quotes', `{"users":[{"username":"zoe","password":'${SECRETS.password}'}]}`],
  ])('does not say it: %s', async (_name, content) => {
    const { code, stdout, stderr } = await runProgram(
      'serve',
      '--ephemeral',
      '--port',
      '0',
      '--ui-port',
      '0',
      '--config',
      writeConfig(content),
    )
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
    expectNoneOf(Object.values(SECRETS), stderr)
  })
})
