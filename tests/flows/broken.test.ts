/** What goes wrong in the field, done on purpose: the walk ends at the step that notices, and says what it noticed. */
import { afterAll, beforeAll, expect, test } from 'vitest'

import { withParameters } from '#shared/flows/draft.ts'
import type { Choice } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { UserAgent } from '../support/user-agent.ts'
import { begin, change, next, stepOf, walk } from './support.ts'

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

const PKCE = 'authorization-code-pkce'

async function arriveAt(
  flow: string,
  choice: Partial<Choice> = {},
): Promise<{ readonly run: FlowRun; readonly url: URL }> {
  const run = await next(core, await walk(core, await begin(core, flow, choice), 'authorization-request'))
  const page = await new UserAgent().signIn(run.browserAddress ?? '')
  return { run, url: new URL(page.url) }
}

function failedChecks(run: FlowRun): readonly string[] {
  return run.steps.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id))
}

test('an application that nobody has registered', async () => {
  const run = await walk(core, await begin(core, PKCE), 'authorization-request')
  await change(core, run, 'authorization-request', (draft) => withParameters(draft, { client_id: 'nobody' }))
  const stopped = await walk(core, run)
  expect(stepOf(stopped, 'authorization-request').error).toMatchObject({ code: 'invalid_client' })
})

test('a scope that the application may not ask for', async () => {
  const run = await walk(core, await begin(core, 'client-credentials'), 'token-request')
  await change(core, run, 'token-request', (draft) => withParameters(draft, { scope: 'geocode address' }))
  const stopped = await walk(core, run)
  expect(stepOf(stopped, 'token-request').error).toMatchObject({ code: 'invalid_scope' })
})

test('a scope that was not asked for', async () => {
  const run = await walk(core, await begin(core, PKCE), 'authorization-request')
  await change(core, run, 'authorization-request', (draft) => withParameters(draft, { scope: 'openid' }))
  const stopped = await walk(core, run)
  expect(stepOf(stopped, 'call-api')).toMatchObject({ error: { code: 'insufficient_scope' }, answer: { status: 403 } })
})

test('an answer that brings the state of somebody else', async () => {
  const { run, url } = await arriveAt(PKCE)
  url.searchParams.set('state', 'of-mallory')
  const stopped = await core.call('runs.arrive', { id: run.id, url: url.href })
  expect(failedChecks(stopped)).toEqual(['state'])
  expect(stopped.known['code']).toBeUndefined()
})

test('a code that was put in by somebody else', async () => {
  const { run, url } = await arriveAt(PKCE)
  const other = await arriveAt(PKCE)
  url.searchParams.set('code', other.url.searchParams.get('code') ?? '')
  await core.call('runs.arrive', { id: run.id, url: url.href })
  const stopped = await walk(core, run)
  expect(stepOf(stopped, 'token-request').error).toMatchObject({ code: 'invalid_grant' })
})

test('an ID token that was changed on the way', async () => {
  const { run, url } = await arriveAt('implicit', { variant: 'id_token' })
  const fragment = new URLSearchParams(url.hash.slice(1))
  const [header = '', payload = '', signature = ''] = (fragment.get('id_token') ?? '').split('.')
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')), sub: 'mallory' }
  fragment.set('id_token', [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.'))
  url.hash = fragment.toString()
  await core.call('runs.arrive', { id: run.id, url: url.href })
  const stopped = await walk(core, run)
  expect(failedChecks(stopped)).toContain('signature')
})
