import { describe, expect, it } from 'vitest'

import { CORE_A3, RFC7515_A1, RFC7516_A3 } from '#shared/tokens/examples.ts'
import { parseCompact } from '#shared/tokens/token.ts'

import { buildSegments, coveredRange, rangesOf } from './build-segments.ts'

function parse(text: string) {
  const token = parseCompact(text)
  if (token === undefined) throw new Error('no token')
  return token
}

describe('the pieces of a paste', () => {
  it('are the parts of the token, in order and complete', () => {
    const { text } = RFC7515_A1
    const segments = buildSegments(text, parse(text), [])
    expect(segments.map(({ kind }) => kind)).toEqual(['header', 'dot', 'payload', 'dot', 'signature'])
    expect(segments.map((segment) => segment.text).join('')).toBe(text)
  })

  it('are five where it is encrypted', () => {
    const segments = buildSegments(RFC7516_A3.text, parse(RFC7516_A3.text), [])
    expect(segments.map(({ kind }) => kind).filter((kind) => kind !== 'dot')).toEqual([
      'header',
      'key',
      'iv',
      'payload',
      'tag',
    ])
  })

  it('leave what stands around the token plain', () => {
    const token = parse(new URLSearchParams(CORE_A3.text.split('#')[1]).get('id_token') ?? '')
    const segments = buildSegments(CORE_A3.text, token, [])
    expect(segments[0]).toMatchObject({ kind: 'plain', text: expect.stringMatching(/id_token=$/) as string })
    expect(segments.at(-1)).toMatchObject({ kind: 'plain', text: '&expires_in=3600&state=af0ifjsldkj' })
  })

  it('are one plain piece without a token', () => {
    expect(buildSegments('hello', undefined, [])).toEqual([{ kind: 'plain', text: 'hello', isMarked: false }])
  })
})

it('marks the characters in which a claim stands', () => {
  const token = parse(RFC7515_A1.text)
  const [range] = rangesOf(token, { part: 'payload', name: 'exp' })
  const marked = buildSegments(RFC7515_A1.text, token, range ? [range] : []).filter(({ isMarked }) => isMarked)
  expect(marked).toHaveLength(1)
  // The characters of a claim share some with its neighbours, so what they stand for is a little more.
  const around = RFC7515_A1.text.slice(token.parts.header.length + 1).split('.')[0] ?? ''
  const from = Math.floor(((range?.start ?? 0) - token.parts.header.length - 1) / 4) * 4
  expect(atob(around.slice(from, from + 28))).toContain('"exp":1300819380')
})

it('covers header and payload with the dot between them, and no more', () => {
  const token = parse(RFC7515_A1.text)
  if (token.type !== 'jws') throw new Error('no JWS')
  const { end } = coveredRange(token)
  expect(RFC7515_A1.text.slice(end)).toBe(`.${token.parts.signature}`)
})
