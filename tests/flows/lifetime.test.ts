/** Runs over time: the program's end, a limit that passes, a person who has had enough, and two at once. */
import { expect, test } from 'vitest'

import type { Core } from '../../electron/core/create-core.ts'
import { makeDirectory } from '../support/make-directory.ts'
import { UserAgent } from '../support/user-agent.ts'
import { createCore } from '../../electron/core/create-core.ts'
import { assertDone, begin, next, startCore, stepOf, walk } from './support.ts'

const PKCE = 'authorization-code-pkce'

async function sendBrowser(core: Core) {
  const run = await next(core, await walk(core, await begin(core, PKCE), 'authorization-request'))
  expect(run.state).toBe('waiting')
  return run
}

test('a run that waits goes on waiting when the program was started anew', async () => {
  const dataDirectory = makeDirectory()
  const before = await createCore({ port: 0, uiPort: 0, dataDirectory })
  const ports = { port: before.program.ports.issuer, uiPort: before.program.ports.screens }
  const run = await sendBrowser(before)
  await before.close()

  const core = await startCore({ ...ports, dataDirectory })
  const agent = new UserAgent()
  await agent.fetch((await agent.signIn(run.browserAddress ?? '')).url)
  const back = await core.call('runs.get', { id: run.id })
  expect(back.state).toBe('ready')
  assertDone(await walk(core, run))
  expect(await core.call('runs.list', {})).toMatchObject({ items: [{ id: run.id, state: 'done' }] })
})

test('a run whose time passed while the program was away says so', async () => {
  const dataDirectory = makeDirectory()
  const before = await createCore({ port: 0, uiPort: 0, dataDirectory, walkthroughs: { visit: 0 } })
  const run = await next(before, await walk(before, await begin(before, PKCE), 'authorization-request'))
  await before.close()

  const core = await startCore({ dataDirectory })
  await expect
    .poll(async () => stepOf(await core.call('runs.get', { id: run.id }), 'authorization-request').failure)
    .toMatch(/did not come back within/)
})

test('a run waits for so long and no longer, and can be sent again', async () => {
  const core = await startCore({ walkthroughs: { visit: 20 } })
  const run = await sendBrowser(core)
  await expect.poll(async () => (await core.call('runs.get', { id: run.id })).state).toBe('stopped')

  const stopped = await core.call('runs.get', { id: run.id })
  expect(stepOf(stopped, 'authorization-request')).toMatchObject({
    state: 'failed',
    failure: 'The browser did not come back within 1 s. Send it again.',
  })
  expect(await next(core, run)).toMatchObject({ state: 'waiting' })
})

test('a run that was cancelled takes no step and no arrival, and begins anew when it is restarted', async () => {
  const core = await startCore()
  const run = await sendBrowser(core)
  const cancelled = await core.call('runs.cancel', { id: run.id })
  expect(cancelled).toMatchObject({ state: 'cancelled' })
  expect(cancelled.browserAddress).toBeUndefined()

  const agent = new UserAgent()
  await agent.fetch((await agent.signIn(run.browserAddress ?? '')).url)
  expect((await core.call('runs.get', { id: run.id })).state).toBe('cancelled')
  await expect(next(core, run)).rejects.toThrow(/was cancelled/)

  const again = await core.call('runs.restart', { id: run.id })
  expect(again).toMatchObject({ id: run.id, state: 'ready', position: 0, known: {} })
  assertDone(await walk(core, again))
})

test('a walk that waits for the next poll is ended by cancelling it', async () => {
  const core = await startCore()
  const run = await walk(core, await begin(core, 'device', { layers: [] }), 'device-page')
  await next(core, run, 2)
  const walking = core.call('runs.runTo', { id: run.id, step: 'call-api' })
  await core.call('runs.cancel', { id: run.id })
  expect(await walking).toMatchObject({ state: 'cancelled' })
})

test('one step at a time', async () => {
  const core = await startCore()
  const run = await walk(core, await begin(core, 'client-credentials'), 'token-request')
  const [first, second] = await Promise.allSettled([next(core, run), next(core, run)])
  expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = [first, second].find(({ status }) => status === 'rejected')
  expect(refused).toMatchObject({ reason: { code: 'conflict', message: expect.stringContaining('is being taken') } })
})

test('two runs at once do not mix', async () => {
  const core = await startCore()
  const [alice, bob] = await Promise.all([begin(core, PKCE), begin(core, PKCE, { user: 'bob' })])
  const runs = await Promise.all([walk(core, alice), walk(core, bob)])
  for (const run of runs) assertDone(run)
  const [ofAlice, ofBob] = runs.map(({ known }) => known)
  expect(ofAlice?.['state']).not.toEqual(ofBob?.['state'])
  const users = await Promise.all(
    runs.map(async (run) => {
      const [id = 0] = stepOf(run, 'token-request').exchanges
      return (await core.recorder.get(id))?.user
    }),
  )
  expect(users).toEqual(['alice', 'bob'])
  const ids = runs.flatMap(({ steps }) => steps.flatMap(({ exchanges }) => exchanges))
  expect(new Set(ids).size).toBe(ids.length)
})

test('a run that is removed is gone, and one that never was is not found', async () => {
  const core = await startCore()
  const run = await sendBrowser(core)
  await core.call('runs.remove', { id: run.id })
  await expect(core.call('runs.get', { id: run.id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(core.call('runs.remove', { id: run.id })).rejects.toMatchObject({ code: 'not_found' })
  expect(await core.call('runs.list', {})).toEqual({ items: [] })
})

test('without a recording the walk is the same, but nobody knows which pages were answered', async () => {
  const core = await startCore({ recording: false })
  const done = await walk(core, await begin(core, PKCE))
  assertDone(done)
  expect(stepOf(done, 'token-request').exchanges).toEqual([])
})

test('a reset leaves no run behind', async () => {
  const core = await startCore()
  await sendBrowser(core)
  await core.call('reset', {})
  expect(await core.call('runs.list', {})).toEqual({ items: [] })
})

test('an issuer behind a proxy is reached where it really is, under its public name', async () => {
  const core = await startCore({ issuer: 'https://id.example/auth' })
  const done = await walk(core, await begin(core, PKCE))
  assertDone(done)
  expect(stepOf(done, 'token-request').draft?.url).toBe('https://id.example/auth/token')
  expect(stepOf(done, 'sign-in').state).toBe('done')
})
