/** The resource server that the screens show as code, run as it is shown; and "try it", which calls it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Input } from '#shared/contract/calls/calls.ts'
import type { Api } from '#shared/model/api.ts'
import { buildResourceServer } from '#shared/quick-start/resource-server/build-resource-server.ts'
import { writeScript } from '#shared/quick-start/write-script.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { freePort } from '../support/free-port.ts'
import { createProject, type Project } from './project.ts'

const IDENTIFIER = 'https://notes.test/api'
const SCOPES = [{ name: 'read:notes', description: 'Read your notes' }, { name: 'write:notes' }]

let core: Core
beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
  await core.call('apis.create', { api: { identifier: IDENTIFIER, scopes: SCOPES } })
  const own = 'http://localhost:4401/callback'
  for (const client of [
    { client_id: 'job', grant_types: ['client_credentials'], response_types: [], client_secret: 'job-secret' },
    { client_id: 'app', redirect_uris: [own], token_endpoint_auth_method: 'none', scope: 'openid read:notes' },
    { client_id: 'lost', redirect_uris: ['http://localhost:3000/callback'], token_endpoint_auth_method: 'none' },
    { client_id: 'pushes', redirect_uris: [own], client_secret: 'x', require_pushed_authorization_requests: true },
  ] as const) {
    const { scope, ...metadata } = { scope: undefined, ...client }
    await core.call('clients.create', { client: { ...metadata, ...(scope !== undefined && { scope }) } })
  }
})
afterAll(() => core.close())

type Trial = Input<'apis.try'>['trial']

describe.each(['jwt', 'opaque'] as const)('an API with %s tokens', (tokenFormat) => {
  let project: Project
  let address: string
  beforeAll(async () => {
    const api = { identifier: IDENTIFIER, name: 'Notes', tokenFormat, scopes: SCOPES, signingAlg: 'ES256' as const }
    const { value } = await core.call('apis.replace', { identifier: IDENTIFIER, api })
    project = createProject()
    const code = buildResourceServer(value satisfies Api, {
      issuer: core.issuer,
      client_id: 'job',
      secret: 'job-secret',
    })
    await project.run(writeScript(code.files))
    const PORT = String(await freePort())
    await project.start(code.run, { PORT }).says(/Listening on/)
    address = `http://localhost:${PORT}`
  })
  afterAll(() => project[Symbol.asyncDispose]())

  const attempt = (changes: Partial<Trial> = {}) =>
    core.call('apis.try', {
      identifier: IDENTIFIER,
      trial: { client_id: 'job', scope: ['read:notes'], method: 'GET', url: `${address}/notes`, ...changes },
    })

  test('lets a machine in with the scope that the route needs', async () => {
    const { token, call, exchanges } = await attempt()
    expect(token).toMatchObject({ scope: 'read:notes', issued: expect.any(String) })
    expect(call).toMatchObject({ accepted: true, status: 200 })
    expect(JSON.parse(call?.answer.body ?? '')).toMatchObject({ client_id: 'job', scope: 'read:notes' })
    expect(exchanges.length).toBeGreaterThan(0)
  })

  test.each(['app', 'pushes'])('and a user, whose sign-in is answered for them: %s', async (client_id) => {
    const { call } = await attempt({ client_id, user: 'bob' })
    expect(JSON.parse(call?.answer.body ?? '')).toMatchObject({ sub: 'bob', client_id })
  })

  test('refuses for want of the scope, and says which', async () => {
    const { call } = await attempt({ method: 'POST', body: '{}' })
    expect(call).toMatchObject({ accepted: false, status: 403, error: 'insufficient_scope' })
    expect(new Map(call?.answer.headers).get('www-authenticate')).toContain('scope="write:notes"')
  })

  test('shows the call in the traffic, and the token nowhere else', async () => {
    const { call } = await attempt()
    const { value } = await core.call('exchanges.get', { id: call?.exchange ?? 0 })
    expect(value).toMatchObject({ direction: 'out', url: `${address}/notes` })
    expect(call?.request.headers).toContainEqual(['Authorization', 'Bearer …'])
  })

  test.each([
    ['nothing', undefined, ''],
    ['nonsense', 'Bearer nonsense', 'invalid_token'],
    ['another scheme', 'Basic abc', ''],
  ])('refuses %s', async (_what, authorization, error) => {
    const answer = await fetch(`${address}/notes`, { headers: authorization === undefined ? {} : { authorization } })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain(error === '' ? 'Bearer' : `error="${error}"`)
  })

  test('refuses a token for another API', async () => {
    const { items } = await core.call('apis.list', {})
    expect(items.length).toBeGreaterThan(1)
    const answer = await fetch(`${core.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('job:job-secret')}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'geocode',
        resource: 'https://world-mappers.test/api',
      }),
    })
    const { access_token } = (await answer.json()) as { access_token: string }
    const refused = await fetch(`${address}/notes`, { headers: { authorization: `Bearer ${access_token}` } })
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('invalid_token'),
    ])
  })
})

describe('what is tried', () => {
  const trial: Trial = { client_id: 'job', scope: ['read:notes'], method: 'GET', url: 'http://localhost:1/' }
  const attempt = (changes: Partial<Trial>) =>
    core.call('apis.try', { identifier: IDENTIFIER, trial: { ...trial, ...changes } })

  test('calls the APIs that come with the program, and says why they refuse', async () => {
    const url = `${core.issuer}/apis/world-mappers/geocode?q=Berlin`
    const identifier = 'https://world-mappers.test/api'
    const { call } = await core.call('apis.try', { identifier, trial: { ...trial, scope: ['route'], url } })
    expect(call).toMatchObject({ status: 403, error: 'insufficient_scope', exchange: expect.any(Number) })
    const { call: other } = await attempt({ url })
    expect(other).toMatchObject({ status: 401, error: 'invalid_token', description: expect.any(String) })
  })

  test('goes nowhere but this machine unless that is confirmed', async () => {
    await expect(attempt({ url: 'https://example.test/' })).rejects.toMatchObject({
      detail: { findings: [{ path: 'trial.url', message: expect.stringContaining('confirm it') }] },
    })
    expect(await attempt({ url: 'https://valetkey.invalid/', outside: true })).toMatchObject({
      token: { scope: 'read:notes' },
      unreachable: expect.stringContaining('valetkey.invalid'),
    })
  })

  test('says that nobody answers, and the token was given all the same', async () => {
    expect(await attempt({})).toMatchObject({ token: {}, unreachable: expect.stringContaining('localhost:1') })
  })

  test.each([
    ['there is no such application', { client_id: 'nobody' }, 'There is no client'],
    ['it may not ask for it', { client_id: 'app', user: 'alice', scope: ['write:notes'] }, 'trial.scope'],
    ['it cannot ask for a user', { user: 'alice' }, 'trial.client_id'],
    ['the browser would not come back to the playground', { client_id: 'lost', user: 'alice' }, '4401/callback'],
    ['there is no such user', { client_id: 'app', user: 'nobody' }, 'trial.user'],
    ['the address is none', { url: 'notes' }, 'trial.url'],
  ])('is refused with the field that is wrong: %s', async (_why, changes, words) => {
    await expect(attempt(changes)).rejects.toThrow(words)
  })

  test('says why the issuer gives no token', async () => {
    await core.call('clients.change', { client_id: 'job', changes: { scope: 'write:notes' } })
    const { items } = await core.call('runs.list', {})
    await expect(attempt({})).rejects.toThrow('may not ask for read:notes')
    expect((await core.call('runs.list', {})).items).toEqual(items)
  })
})
