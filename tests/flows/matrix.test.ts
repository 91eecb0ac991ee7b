/** Every walkthrough with every layer that fits, unattended, against the real issuer over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { FLOWS } from '#shared/flows/flows.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { isExplained, scanExchange } from '../teach/scan.ts'
import { casesOf } from './cases.ts'
import { assertDone, walk } from './support.ts'

let core: Core

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
})
afterAll(() => core.close())

describe.each(FLOWS.map((flow) => [flow.id, flow] as const))('%s', (_id, flow) => {
  test.concurrent.each(casesOf(flow))('$name', async ({ flow: id, choice }) => {
    const run = await walk(core, await core.call('runs.create', { flow: id, choice }))
    assertDone(run)
  })

  test('can be picked in some way', () => {
    expect(casesOf(flow)).not.toEqual([])
  })
})

test('all that has travelled in them can be looked up where it stands', async () => {
  await core.recorder.flush()
  const { items } = await core.call('exchanges.list', { limit: 1 })
  const ids = Array.from({ length: items[0]?.id ?? 0 }, (_, index) => index + 1)
  const missing = new Set<string>()
  for (const id of ids) {
    const exchange = await core.recorder.get(id)
    const unknown = exchange === undefined ? [] : scanExchange(exchange).filter((seen) => !isExplained(seen))
    for (const { name, context } of unknown) missing.add(`${context}: ${name}`)
  }
  expect([...missing]).toEqual([])
  expect(ids.length).toBeGreaterThan(1000)
})
