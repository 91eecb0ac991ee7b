import { expect, test } from 'vitest'

import { readAnswer } from './read-answer.ts'

test('parameters of the query and of the fragment are read', () => {
  expect(readAnswer('valetkey://callback?code=a%20b&state=c')).toEqual({
    address: 'valetkey://callback',
    parameters: [
      ['code', 'a b'],
      ['state', 'c'],
    ],
  })
  expect(readAnswer('valetkey://callback#access_token=a?b').parameters).toEqual([['access_token', 'a?b']])
})

test('an address without parameters has none', () => {
  expect(readAnswer('valetkey://callback')).toEqual({ address: 'valetkey://callback', parameters: [] })
})
