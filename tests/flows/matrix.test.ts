/** Every walkthrough with every layer that fits, unattended, against the real issuer over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { FLOWS } from '#shared/flows/flows.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { casesOf } from './cases.ts'
import { assertDone, walk } from './support.ts'

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

describe.each(FLOWS.map((flow) => [flow.id, flow] as const))('%s', (_id, flow) => {
  test.concurrent.each(casesOf(flow))('$name', { timeout: 90_000 }, async ({ flow: id, choice }) => {
    const run = await walk(core, await core.call('runs.create', { flow: id, choice }))
    assertDone(run)
  })

  test('can be picked in some way', () => {
    expect(casesOf(flow)).not.toEqual([])
  })
})
