/** Cookies instead of tokens: what the browser is given opens the API through the backend, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest'

import { withHeader, withParameters } from '#shared/flows/draft.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { assertDone, begin, change, checkOf, exchangesOf, stepOf, walk } from './support.ts'

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

const BROWSER_STEPS = ['authorization-response', 'open-session', 'call-backend', 'call-from-elsewhere', 'end-session']

function knownText({ known }: FlowRun, name: string): string {
  const value = known[name]?.value
  if (typeof value === 'string') return value
  throw new Error(`the run does not know ${name}`)
}

test('no token is in anything that the browser sends or is sent', async () => {
  const run = await walk(core, await begin(core, 'session-cookie'))
  assertDone(run)
  const tokens = ['access_token', 'id_token'].map((name) => knownText(run, name))
  const exchanges = await Promise.all(BROWSER_STEPS.map((step) => exchangesOf(core, stepOf(run, step))))
  expect(exchanges.flat().length).toBeGreaterThanOrEqual(BROWSER_STEPS.length)
  for (const token of tokens) {
    expect(token.length).toBeGreaterThan(100)
    expect(JSON.stringify(exchanges)).not.toContain(token)
  }
  expect(checkOf(run, 'open-session', 'http-only').found).toContain('httponly')
})

test('the backend’s own call stands in the traffic, with the token', async () => {
  const run = await walk(core, await begin(core, 'session-cookie'), 'call-api')
  await core.recorder.flush()
  const { items } = await core.call('exchanges.list', { endpoint: 'api', limit: 20 })
  const calls = await Promise.all(items.map(({ id }) => core.recorder.get(id)))
  const own = calls.filter((call) => call?.url.endsWith('/apis/organizer/appointments'))
  expect(own.length).toBeGreaterThan(0)
  const headers = own.flatMap((call) => call?.request.headers ?? [])
  expect(headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1]).toBe(
    `Bearer ${knownText(run, 'access_token')}`,
  )
})

test('a cookie that was changed opens nothing, and the step says so', async () => {
  const run = await walk(core, await begin(core, 'session-cookie'), 'call-backend')
  await change(core, run, 'call-backend', (draft) => withHeader(draft, 'cookie', 'valetkey-demo-session=stolen'))
  const stopped = await walk(core, run)
  expect(stepOf(stopped, 'call-backend')).toMatchObject({ answer: { status: 401 }, state: 'failed' })
})

test('the state of another sign-in opens no session', async () => {
  const run = await walk(core, await begin(core, 'session-cookie'), 'open-session')
  await change(core, run, 'open-session', (draft) => withParameters(draft, { state: 'of-mallory' }))
  const stopped = await walk(core, run)
  expect(stepOf(stopped, 'open-session')).toMatchObject({ answer: { status: 403 }, state: 'failed' })
})

test('a forged request that is let in would be noticed', async () => {
  const run = await walk(core, await begin(core, 'session-cookie'), 'call-from-elsewhere')
  const csrf = knownText(run, 'csrf_token')
  await change(core, run, 'call-from-elsewhere', (draft) => ({
    ...draft,
    headers: [...draft.headers.filter(([name]) => name !== 'origin'), ['x-csrf-token', csrf]],
  }))
  const stopped = await walk(core, run)
  expect(checkOf(stopped, 'call-from-elsewhere', 'forged-refused')).toMatchObject({ outcome: 'failed' })
})

test('an application without a secret cannot be its backend', async () => {
  await expect(begin(core, 'session-cookie', { client_id: 'my-todos' })).rejects.toThrow(/no secret/)
})
