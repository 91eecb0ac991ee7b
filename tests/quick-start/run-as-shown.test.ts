/** The code of the quick starts, for applications as the screens create them: run as it is shown, and signed in to. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

import { buildQuickStarts } from '#shared/quick-start/build-quick-starts.ts'
import { readFacts } from '#shared/quick-start/facts.ts'
import type { QuickStart } from '#shared/quick-start/quick-start.ts'
import { writeScript } from '#shared/quick-start/write-script.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { findKind, type KindId } from '../../renderer/features/applications/create/kinds.ts'
import { freePort } from '../support/free-port.ts'
import { formOf } from '../protocol/browser.ts'
import { UserAgent } from '../support/user-agent.ts'
import { createProject, type Project } from './project.ts'

let core: Core
beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

const ORGANIZER = 'openid profile email offline_access read:contacts'

interface Made extends Pick<Project, 'run' | 'start' | 'folder'> {
  readonly quickStart: QuickStart
}

/** As the screens do it: an application of that kind, and one of the quick starts that they offer for it. */
async function make(kind: KindId, id: string, changes: Readonly<Record<string, unknown>> = {}): Promise<Made> {
  const found = findKind(kind)
  const redirect = found?.redirect === undefined ? undefined : await onFreePort(found.redirect)
  const client = { ...found?.metadata, ...(redirect !== undefined && { redirect_uris: [redirect] }), ...changes }
  const { client_id } = (await core.call('clients.create', { client })).value
  const { value } = await core.call('clients.get', { client_id, secrets: true })
  const { items: apis } = await core.call('apis.list', {})
  const { screens } = core.program
  const facts = readFacts(value, { issuer: core.issuer, screens, apis, secret: value.client_secret })
  const { fitting, others } = buildQuickStarts(facts)
  const quickStart = fitting.find((one) => one.id === id)
  if (quickStart === undefined) throw new Error(`${id} is not offered: ${JSON.stringify(others)}`)
  const project = createProject()
  onTestFinished(() => project[Symbol.asyncDispose]())
  expect(await project.run(writeScript(quickStart.files))).toBe('')
  return { ...project, quickStart }
}

/** Those of native applications have none to begin with. */
async function onFreePort(redirect: string): Promise<string> {
  const url = new URL(redirect)
  if (url.port !== '') url.port = String(await freePort())
  return url.href
}

/** What the application answers when its user comes back. */
async function signInTo(address: string, agent = new UserAgent()): Promise<string> {
  const { url } = await agent.open(address)
  const back = await agent.signIn(url)
  return (await agent.open(back.url)).body
}

async function signInAt({ start, quickStart }: Made): Promise<string> {
  const running = start(quickStart.run)
  const [, address = ''] = await running.says(/^(http\S+\/authorize\S+)$/m)
  const back = await new UserAgent().signIn(address)
  await fetch(back.url)
  return running.ended
}

describe('Express', () => {
  test.each([
    ['a secret in Basic', {}],
    [
      'a secret in the form, and pushed requests',
      { token_endpoint_auth_method: 'client_secret_post', require_pushed_authorization_requests: true },
    ],
    ['a secret that signs', { token_endpoint_auth_method: 'client_secret_jwt' }],
    [
      'an id and a secret that try to get out of the code',
      { client_id: `it's "\${1}" \\ <b>`, client_secret: 'a"b$c`d\\ e #f' },
    ],
  ])('signs Alice in with %s, and calls the API', async (_how, changes) => {
    const { start, quickStart } = await make('server', 'express', { scope: ORGANIZER, ...changes })
    await start(quickStart.run).says(/^Open http/m)
    const agent = new UserAgent()
    expect(await signInTo(`${quickStart.opens ?? ''}login`, agent)).toContain('Hello, Alice Adams')
    expect((await agent.open(`${quickStart.opens ?? ''}api`)).body).toContain('"contacts"')
    const out = await agent.open(`${quickStart.opens ?? ''}logout`)
    expect(out.url).toMatch(/\/logout\?/)
  })

  test('says what the issuer says when it refuses', async () => {
    const { start, quickStart } = await make('server', 'express')
    await start(quickStart.run).says(/^Open http/m)
    const agent = new UserAgent()
    const { url } = await agent.open(`${quickStart.opens ?? ''}login`)
    const back = await agent.signIn(url, { deny: true })
    expect((await agent.open(back.url)).body).toMatch(/denied|refused|did not/i)
  })
})

describe('Node.js without a server', () => {
  test('signs Alice in over the loopback', async () => {
    expect(await signInAt(await make('native', 'node-native'))).toMatch(/Signed in: .*sub: 'alice'/s)
  })

  test('gets a token alone where it may not ask who somebody is', async () => {
    const made = await make('native', 'node-native', { scope: 'read:contacts' })
    expect(await signInAt(made)).toMatch(/scope read:contacts[\s\S]*200 .*contacts/)
  })

  test('as an agent finds the issuer by the API, and uses its tools', async () => {
    const made = await make('agent', 'node-agent', { scope: 'openid profile mcp:read mcp:tools' })
    expect(await signInAt(made)).toMatch(/is guarded by http[\s\S]*200 .*"tools"/)
  })

  test('signs Alice in with a code that she types elsewhere', async () => {
    const { start, quickStart } = await make('device', 'node-device', { scope: 'openid profile read:pictures' })
    const running = start(quickStart.run)
    const [, address = '', user_code = ''] = await running.says(/Open (\S+) and type (\S+)/)
    const agent = new UserAgent()
    const page = await agent.open(address)
    const compare = await agent.submit(page, Object.entries({ ...formOf(page), user_code }))
    const prompt = await agent.submit(compare, Object.entries({ ...formOf(compare), confirm: 'yes' }))
    await agent.signIn(prompt.url)
    expect(await running.ended).toMatch(/Signed in: .*sub: 'alice'.*200 .*pictures/s)
  })
})

describe('a machine', () => {
  const scope = 'geocode route'
  const secret = { client_secret: `it's%20a secret 100%` }
  const HOSTILE: Readonly<Record<string, object>> = {
    'node-machine': secret,
    'python-machine': secret,
    'curl-machine': {},
  }

  test.each(['node-machine', 'python-machine', 'curl-machine'])('gets a token and calls with it: %s', async (id) => {
    const { run, quickStart } = await make('service', id, { scope, ...HOSTILE[id] })
    expect(await run(quickStart.run)).toMatch(/Got a token[\s\S]*Berlin/)
  })

  test.each(['python-machine', 'curl-machine'])('puts its secret into the form where it has to: %s', async (id) => {
    const { run, quickStart } = await make('service', id, { scope, token_endpoint_auth_method: 'client_secret_post' })
    expect(await run(quickStart.run)).toMatch(/Got a token[\s\S]*Berlin/)
  })

  test('proves itself with a key of its own', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const own = { kid: 'one', alg: 'ES256', use: 'sig' }
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), ...own }] }
    const changes = { scope, token_endpoint_auth_method: 'private_key_jwt', jwks }
    const { run, quickStart, folder } = await make('service', 'node-machine', changes)
    writeFileSync(join(folder, 'private-key.json'), JSON.stringify({ ...(await exportJWK(privateKey)), ...own }))
    expect(await run(quickStart.run)).toMatch(/Got a token[\s\S]*Berlin/)
  })
})
