import { describe, expect, it } from 'vitest'

import { BODY_BOUND } from '#shared/model/exchange.ts'

import { createBodyCollector } from './collect-body.ts'
import { readBody } from './read-body.ts'

function collect(...chunks: readonly (readonly [chunk: unknown, encoding?: unknown])[]) {
  const collector = createBodyCollector()
  for (const [chunk, encoding] of chunks) collector.add(chunk, encoding)
  return readBody(collector.take())
}

describe('a body', () => {
  it('is empty when nothing was written', () => {
    expect(collect()).toEqual({ text: '', encoding: 'utf8', size: 0, truncated: false })
    expect(collect([undefined], [null], [() => undefined])).toMatchObject({ text: '', size: 0 })
  })

  it('is put together from texts and bytes, whatever their encoding', () => {
    const chunks = [['Grü'], [Buffer.from('ße ')], ['4oKs', 'base64'], [' 💡']] as const
    expect(collect(...chunks)).toEqual({ text: 'Grüße € 💡', encoding: 'utf8', size: 16, truncated: false })
  })

  it('counts bytes and not letters', () => {
    expect(collect(['äöü']).size).toBe(6)
  })

  it('is cut at the bound, and never inside a letter', () => {
    const cut = collect(['a'.repeat(BODY_BOUND - 1)], ['ö'], ['more'])
    expect(cut).toMatchObject({ encoding: 'utf8', size: BODY_BOUND + 5, truncated: true })
    expect(cut.text).toBe('a'.repeat(BODY_BOUND - 1))
  })

  it('is cut at the bound in one piece too', () => {
    const cut = collect(['ö'.repeat(BODY_BOUND)])
    expect(cut).toMatchObject({ encoding: 'utf8', size: BODY_BOUND * 2, truncated: true })
    expect(cut.text).toBe('ö'.repeat(BODY_BOUND / 2))
  })

  it('of exactly the bound is whole', () => {
    expect(collect(['a'.repeat(BODY_BOUND)])).toMatchObject({ size: BODY_BOUND, truncated: false })
  })

  it('keeps a byte order mark, which was sent', () => {
    expect(collect([Buffer.from('\u{FEFF}x')]).text).toBe('\u{FEFF}x')
  })

  it('that is no UTF-8 stands as base64', () => {
    expect(collect([new Uint8Array([0x80, 0x81])])).toMatchObject({ text: 'gIE=', encoding: 'base64', size: 2 })
  })
})
