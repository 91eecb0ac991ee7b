import fc from 'fast-check'
import { expect, it } from 'vitest'

import { encodeText } from './base64url.ts'
import { listMembers, toEncodedRange } from './member-ranges.ts'

it('finds each member of the outermost object, whatever is in it', () => {
  const json = '{ "a" : "x,}\\"" ,\r\n"b":{"c":[1,{"d":2}]}, "é":null }'
  expect(listMembers(json).map(({ name, start, end }) => [name, json.slice(start, end)])).toEqual([
    ['a', '"a" : "x,}\\""'],
    ['b', '"b":{"c":[1,{"d":2}]}'],
    ['é', '"é":null'],
  ])
})

it('finds a member that stands twice, twice', () => {
  expect(listMembers('{"a":1,"a":2}').map(({ name }) => name)).toEqual(['a', 'a'])
})

it('finds all members of any object', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      expect(listMembers(JSON.stringify(object)).map(({ name }) => name)).toEqual(Object.keys(object))
    }),
  )
})

it('knows the encoded characters of a piece, also after letters of several bytes', () => {
  const json = '{"name":"Zoë","exp":1}'
  const member = listMembers(json)[1] ?? { start: 0, end: 0 }
  const { start, end } = toEncodedRange(json, member)
  const encoded = encodeText(json)
  const whole = encoded.slice(Math.floor(start / 4) * 4, Math.ceil(end / 4) * 4)
  expect(atob(whole.replaceAll('-', '+').replaceAll('_', '/'))).toContain('"exp":1')
})
