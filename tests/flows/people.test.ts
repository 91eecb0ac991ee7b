/** A person in a browser of their own: the run sees what they do, and goes on when they come back. */
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { UserAgent } from '../support/user-agent.ts'
import { assertDone, begin, exchangesOf, next, stepOf, walk } from './support.ts'

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

const PKCE = 'authorization-code-pkce'

async function waiting(flow = PKCE, change = {}) {
  const run = await walk(core, await begin(core, flow, change), 'authorization-request')
  const sent = await next(core, run)
  expect(sent).toMatchObject({ state: 'waiting', browserAddress: expect.stringContaining('/authorize?') })
  return { ...sent, address: sent.browserAddress ?? '' }
}

test('the pages that a person answers become done, and the arrival is taken from /callback', async () => {
  const run = await waiting()
  const agent = new UserAgent()
  const arrived = await agent.signIn(run.address)
  await agent.fetch(arrived.url)

  await expect.poll(async () => stepOf(await next(core, run, 0), 'consent').state).toBe('done')
  const back = await next(core, run, 0)
  expect(back).toMatchObject({ state: 'ready' })
  expect(back.browserAddress).toBeUndefined()
  expect(stepOf(back, 'sign-in').state).toBe('done')
  expect(stepOf(back, 'authorization-response').arrival).toMatchObject({ via: 'query', url: arrived.url })
  assertDone(await walk(core, run))
})

test('whoever is signed in already is not asked, and the step says that it was left out', async () => {
  const agent = new UserAgent()
  const first = await waiting()
  await agent.fetch((await agent.signIn(first.address)).url)
  const second = await waiting(PKCE, { layers: [] })
  await agent.fetch((await agent.signIn(second.address)).url)

  const done = await walk(core, second)
  assertDone(done)
  expect(stepOf(done, 'sign-in').state).toBe('skipped')
})

test('a person who denies ends the walk with the error that the issuer sends back', async () => {
  const run = await waiting()
  const agent = new UserAgent()
  const arrived = await agent.signIn(run.address, { deny: true })
  await agent.fetch(arrived.url)

  const stopped = await next(core, run, 0)
  expect(stopped.state).toBe('stopped')
  expect(stepOf(stopped, 'authorization-response').error).toMatchObject({ code: 'access_denied' })
})

test('a fragment is handed over by whoever can read it; the request for the page does not count as an arrival', async () => {
  const run = await waiting('implicit')
  const agent = new UserAgent()
  const arrived = await agent.signIn(run.address)
  expect(arrived.url).toContain('#')
  await agent.fetch(arrived.url)
  expect((await next(core, run, 0)).state).toBe('waiting')

  const back = await core.call('runs.arrive', { id: run.id, url: arrived.url })
  expect(stepOf(back, 'authorization-response').arrival?.via).toBe('fragment')
  const done = await walk(core, run)
  assertDone(done)
  const [redirect] = await exchangesOf(core, stepOf(done, 'authorization-response'))
  expect(redirect?.handover?.via).toBe('fragment')
})

test('an arrival that nobody waits for goes to no run', async () => {
  const run = await waiting()
  const page = await fetch(`${core.program.screens}/callback?code=stolen&state=somebody-elses`)
  expect(page.status).toBe(200)
  expect((await next(core, run, 0)).state).toBe('waiting')
})

test('a step that waits for a person says whom it waits for', async () => {
  const run = await waiting()
  await expect(core.call('runs.next', { id: run.id })).rejects.toThrow(/sign in there as alice/)
})

test('a device need not wait for the person: it polls, and hears that nobody has answered', async () => {
  const run = await walk(core, await begin(core, 'device', { layers: [] }), 'device-page')
  const sent = await next(core, run)
  expect(sent.state).toBe('waiting')
  const early = await next(core, run)

  expect(early).toMatchObject({ state: 'ready', browserAddress: sent.browserAddress })
  expect(stepOf(early, 'token-request')).toMatchObject({ state: 'current', again: { after: expect.any(Number) } })

  const answered = await core.call('runs.answer', { id: run.id })
  expect(answered.browserAddress).toBeUndefined()
  await expect.poll(async () => stepOf(await next(core, run, 0), 'confirm-code').state).toBe('done')
  assertDone(await walk(core, run))
})

test('the second factor is shown where it is demanded', async () => {
  const done = await walk(core, await begin(core, 'step-up'))
  assertDone(done)
  expect(stepOf(done, 'stronger-sign-in').state).toBe('done')
})
