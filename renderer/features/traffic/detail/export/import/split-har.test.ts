import { describe, expect, it } from 'vitest'

import { splitHar } from './split-har.ts'

const entry = (id: number) => ({ id, text: 'a'.repeat(80) })

describe('a HAR in parts', () => {
  it('is one as long as it is small', () => {
    const entries = [entry(1), entry(2)]
    expect(splitHar({ log: { version: '1.2', entries } }, 10_000)).toEqual([{ har: { log: { entries } }, from: 0 }])
  })

  it('keeps its entries, their order, and says how many came before', () => {
    const entries = Array.from({ length: 10 }, (_, id) => entry(id))
    const parts = splitHar({ log: { entries } }, 330)
    expect(parts.map(({ from }) => from)).toEqual([0, 3, 6, 9])
    expect(parts.flatMap(({ har }) => (har as { log: { entries: object[] } }).log.entries)).toEqual(entries)
  })

  it('leaves what is no HAR to the program, which says why', () => {
    for (const odd of [null, 1, {}, { log: 1 }, { log: { entries: {} } }, { log: { entries: [] } }])
      expect(splitHar(odd, 100)).toEqual([{ har: odd, from: 0 }])
  })
})
