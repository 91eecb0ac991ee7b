import { describe, expect, it } from 'vitest'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import type { Core } from '../../electron/core/create-core.ts'
import { recorded, startCore, until } from './support.ts'

async function pour(core: Core, count: number): Promise<void> {
  for (let done = 0; done < count; done += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        fetch(`${core.issuer}/jwks?n=${done + at}`).then((response) => response.text()),
      ),
    )
  }
}

function collect(core: Core, after?: number) {
  const got: ExchangeSummary[] = []
  return { got, end: core.recorder.subscribe((exchange) => got.push(exchange), after) }
}

const ids = (exchanges: readonly ExchangeSummary[]) => exchanges.map(({ id }) => id)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('whoever subscribed', () => {
  it('misses nothing and hears nothing twice between the first page and what comes, while traffic pours in', async () => {
    const core = await startCore()
    const pouring = pour(core, 1_000)
    const subscribers = []
    for (let round = 0; round < 6; round += 1) {
      await until(
        () => core.recorder.stats(),
        ({ recorded: count }) => count > round * 120,
      )
      const { items } = await core.recorder.page({ limit: 10 })
      const newest = items[0]?.id ?? 0
      subscribers.push({ newest, ...collect(core, newest) })
    }
    await pouring
    await core.recorder.flush()
    for (const { newest, got } of subscribers) {
      await until(
        async () => got.length,
        (count) => count >= 1_000 - newest,
      )
      expect(ids(got)).toEqual(upTo(1_000).slice(newest))
    }
  })

  it('hears all of a past that is longer than a page, then what comes', async () => {
    const core = await startCore()
    await pour(core, 1_240)
    const { got } = collect(core, 0)
    await pour(core, 60)
    await until(
      async () => got.length,
      (count) => count >= 1_300,
    )
    expect(ids(got)).toEqual(upTo(1_300))
  })

  it('without a past hears only what comes', async () => {
    const core = await startCore()
    await pour(core, 20)
    await core.recorder.flush()
    const { got } = collect(core)
    await pour(core, 20)
    await until(
      async () => got.length,
      (count) => count >= 20,
    )
    expect(ids(got)).toEqual(upTo(40).slice(20))
  })

  it('hears no more after the end, and others go on', async () => {
    const core = await startCore()
    const [first, second] = [collect(core), collect(core)]
    await pour(core, 20)
    await until(
      async () => first.got.length,
      (count) => count >= 20,
    )
    first.end()
    first.end()
    await pour(core, 20)
    await until(
      async () => second.got.length,
      (count) => count >= 40,
    )
    expect(first.got).toHaveLength(20)
  })

  it('may end it while being told', async () => {
    const core = await startCore()
    const got: number[] = []
    const end = core.recorder.subscribe(({ id }) => {
      got.push(id)
      end()
    })
    await pour(core, 20)
    await core.recorder.flush()
    await pour(core, 20)
    await core.recorder.flush()
    expect(got).toEqual([1])
  })

  it('is told what the list shows', async () => {
    const core = await startCore()
    const { got } = collect(core)
    await fetch(`${core.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('taxi-finder:wrong')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    await until(
      async () => got.length,
      (count) => count >= 1,
    )
    expect(got).toEqual(await recorded(core.recorder))
  })
})
