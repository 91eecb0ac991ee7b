import { describe, expect, it } from 'vitest'
import { formatBody } from './format-body.ts'
import { describeSize, shorten } from './shorten.ts'

describe('a body made readable', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'application/jwk-set+json', 'APPLICATION/JSON'])(
    'gets indents as %s',
    (type) => {
      expect(formatBody('{"a":[1]}', type)).toEqual({ code: '{\n  "a": [\n    1\n  ]\n}', language: 'json' })
    },
  )

  it('stays as it came where it says JSON and is none', () => {
    expect(formatBody('<p>no</p>', 'application/json')).toEqual({ code: '<p>no</p>', language: 'text' })
  })

  it('gets a line for each parameter of a form, decoded', () => {
    const form = formatBody('scope=a+b%3Ac&empty=&flag&bad=%E0%A4%A', 'application/x-www-form-urlencoded;charset=utf-8')
    expect(form).toEqual({ code: 'scope=a b:c\nempty=\nflag\nbad=%E0%A4%A', language: 'form' })
  })

  it('stays as it is without a content type', () => {
    expect(formatBody('{"a":1}', undefined)).toEqual({ code: '{"a":1}', language: 'text' })
  })
})

describe('a long text, at first', () => {
  it('is whole when it is short', () => {
    expect(shorten('short', 10)).toBe('short')
  })

  it('ends with a line where one ends nearby', () => {
    expect(shorten(`${'a'.repeat(9)}\n${'b'.repeat(9)}`, 10)).toBe('a'.repeat(9))
  })

  it('is cut in the middle of a line where none ends nearby, but never in the middle of a character', () => {
    expect(shorten('a'.repeat(20), 10)).toBe('a'.repeat(10))
    expect(shorten(`${'a'.repeat(9)}😀${'b'.repeat(9)}`, 10)).toBe('a'.repeat(9))
  })

  it.each([
    [999, '999 characters'],
    [1000, '1 kB'],
    [64_400, '64 kB'],
    [1_048_576, '1 MB'],
    [1_440_000, '1.4 MB'],
  ])('of %i characters is called %s', (characters, words) => {
    expect(describeSize(characters)).toBe(words)
  })
})
