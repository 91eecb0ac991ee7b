/** What a person changes of a request before it is sent, and what the issuer makes of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'

import { withHeader, withParameters } from '#shared/flows/draft.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { assertDone, begin, change, stepOf, walk } from './support.ts'

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

const PKCE = 'authorization-code-pkce'

test('an edited redirect_uri ends at a page of the issuer, and put back it is walked to the end', async () => {
  const run = await walk(core, await begin(core, PKCE), 'authorization-request')
  const edited = await change(core, run, 'authorization-request', (draft) =>
    withParameters(draft, { redirect_uri: 'http://localhost:9/elsewhere' }),
  )
  expect(stepOf(edited, 'authorization-request').edited?.url).toContain('elsewhere')

  const refused = await walk(core, run)
  expect(refused.state).toBe('stopped')
  const step = stepOf(refused, 'authorization-request')
  expect(step).toMatchObject({ state: 'failed', error: { code: 'invalid_redirect_uri' } })
  expect(step.failure).toMatch(/page with an error/)

  await core.call('runs.putBack', { id: run.id, step: 'authorization-request' })
  const done = await walk(core, run)
  assertDone(done)
  expect(stepOf(done, 'authorization-request').edited).toBeUndefined()
})

test('what is edited back to what it was counts as unchanged', async () => {
  const run = await walk(core, await begin(core, PKCE), 'authorization-request')
  await change(core, run, 'authorization-request', (draft) => withParameters(draft, { scope: 'openid' }))
  const { draft } = stepOf(run, 'authorization-request')
  if (!draft) throw new Error('nothing is sent')
  const back = await core.call('runs.edit', { id: run.id, step: 'authorization-request', draft })
  expect(stepOf(back, 'authorization-request').edited).toBeUndefined()
})

test('a wrong verifier is refused, and the walk ends there with what came', async () => {
  const run = await walk(core, await begin(core, PKCE), 'token-request')
  await change(core, run, 'token-request', (draft) => withParameters(draft, { code_verifier: 'w'.repeat(43) }))
  const refused = await walk(core, run)

  expect(refused).toMatchObject({ state: 'stopped' })
  const step = stepOf(refused, 'token-request')
  expect(step).toMatchObject({ state: 'failed', error: { code: 'invalid_grant' }, answer: { status: 400 } })
  expect(stepOf(refused, 'call-api').state).toBe('coming')
})

test('a wrong secret is refused', async () => {
  const run = await walk(core, await begin(core, 'client-credentials', { client_id: 'taxi-finder' }), 'token-request')
  await change(core, run, 'token-request', (draft) =>
    withHeader(draft, 'authorization', `Basic ${btoa('taxi-finder:wrong')}`),
  )
  const refused = await walk(core, run)
  expect(stepOf(refused, 'token-request')).toMatchObject({ error: { code: 'invalid_client' }, answer: { status: 401 } })
})

test('a state that was edited comes back, and the check of it fails', async () => {
  const run = await walk(core, await begin(core, PKCE), 'authorization-request')
  await change(core, run, 'authorization-request', (draft) => withParameters(draft, { state: `mallory-${run.id}` }))
  const stopped = await walk(core, run)

  expect(stopped.steps[stopped.position]?.id).toBe('authorization-response')
  expect(stepOf(stopped, 'authorization-response').checks).toContainEqual(
    expect.objectContaining({ id: 'state', outcome: 'failed', found: `mallory-${run.id}` }),
  )
})

test('a step that was sent can be sent again, and what came after it begins anew', async () => {
  const done = await walk(core, await begin(core, PKCE))
  assertDone(done)
  const again = await core.call('runs.sendAgain', { id: done.id, step: 'token-request' })

  expect(stepOf(again, 'token-request')).toMatchObject({ state: 'failed', error: { code: 'invalid_grant' } })
  expect(stepOf(again, 'call-api')).toEqual({ id: 'call-api', state: 'coming', checks: [], learned: [], exchanges: [] })
  expect(again.known['access_token']).toBeUndefined()
  expect(again.known['code']).toBeDefined()
})

test('an address elsewhere is not sent to, and the message says where one may', async () => {
  const run = await walk(core, await begin(core, 'client-credentials'), 'token-request')
  await change(core, run, 'token-request', (draft) => ({ ...draft, url: 'http://example.com/token' }))
  const stopped = await core.call('runs.next', { id: run.id })
  expect(stepOf(stopped, 'token-request').failure).toContain(core.issuer)
})

test('nothing that could not stand on the wire is taken', async () => {
  const run = await walk(core, await begin(core, 'client-credentials'), 'token-request')
  const edit = (draft: object) => core.call('runs.edit', { id: run.id, step: 'token-request', draft })
  const draft = { method: 'POST', url: `${core.issuer}/token`, headers: [] }

  await expect(edit({ ...draft, url: 'file:///etc/passwd' })).rejects.toThrow(/draft.url/)
  await expect(edit({ ...draft, method: 'POST /x' })).rejects.toThrow(/draft.method/)
  await expect(edit({ ...draft, headers: [['x', 'one\r\ntwo: 2']] })).rejects.toThrow(/draft.headers/)
  await expect(edit({ ...draft, body: 'x'.repeat(300_000) })).rejects.toThrow(/draft.body/)
  await expect(core.call('runs.edit', { id: run.id, step: 'call-api', draft })).rejects.toThrow(/not come to it yet/)
  await expect(core.call('runs.edit', { id: run.id, step: 'nowhere', draft })).rejects.toThrow(/The steps are/)
})
