/** What cannot be walked is refused before the first step, at the field that is wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Choice } from '#shared/flows/flow.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { begin } from './support.ts'

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

const REFUSED: readonly (readonly [field: string, flow: string, change: Partial<Choice>, words: RegExp])[] = [
  ['choice.client_id', 'authorization-code', { client_id: 'nobody' }, /no application nobody/],
  ['choice.client_id', 'authorization-code', { client_id: 'taxi-finder' }, /not registered for the grant/],
  ['choice.user', 'authorization-code', { user: 'zoe' }, /alice, bob, carol/],
  ['choice.api', 'authorization-code', { api: 'https://nowhere.test' }, /no API/],
  ['choice.scope', 'authorization-code', { scope: ['read:tasks'] }, /may not ask for read:tasks/],
  ['choice.variant', 'implicit', { variant: 'code' }, /comes as|not registered/],
  ['choice.second_client_id', 'single-sign-on', { second_client_id: 'couch-tv' }, /./],
]

test.each(REFUSED)('%s of %s with %o', async (field, flow, change, words) => {
  const refused = begin(core, flow, change)
  await expect(refused).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(words) })
  await expect(refused).rejects.toMatchObject({
    detail: { findings: expect.arrayContaining([expect.objectContaining({ path: field })]) },
  })
})

test('a walkthrough that there is not is answered with those that there are', async () => {
  const choice = { client_id: 'my-todos', scope: [], layers: [], user: 'alice' }
  await expect(core.call('runs.create', { flow: 'magic', choice })).rejects.toThrow(/authorization-code-pkce/)
})

test('what is no choice at all is refused by its shape', async () => {
  await expect(core.call('runs.create', { flow: 'device', choice: { layers: ['magic'] } })).rejects.toMatchObject({
    code: 'invalid',
  })
})
