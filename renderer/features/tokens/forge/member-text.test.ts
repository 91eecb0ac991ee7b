import { expect, it } from 'vitest'

import { parseMembers, readMember, writeMember } from './member-text.ts'

it('keeps what a member is: texts stay texts, numbers numbers, lists lists', () => {
  for (const value of ['alice', '123', 42, true, null, ['a', 'b'], { jkt: 'x' }]) {
    expect(readMember(writeMember(value), value)).toEqual(value)
  }
})

it('takes what is no JSON for a text', () => {
  expect(readMember('tomorrow', 1700000000)).toBe('tomorrow')
})

it('parses objects alone', () => {
  expect(parseMembers('{"alg":"none"}')).toEqual({ alg: 'none' })
  for (const text of ['', '[]', 'null', '"text"', '{']) expect(parseMembers(text)).toBeUndefined()
})
