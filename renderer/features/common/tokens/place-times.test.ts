import { expect, it } from 'vitest'

import { placeTimes } from './place-times.ts'

it('puts now between the beginning and the end', () => {
  const scale = placeTimes({ iat: 1000, exp: 2000 }, 1500)
  expect(scale?.now).toEqual({ place: 0.5, side: 'within' })
  expect(scale?.times.map(({ names }) => names)).toEqual([['iat'], ['exp']])
  expect(scale?.good).toEqual({ from: 0.14, to: 0.86 })
})

it('keeps now at the edge of a token that ended long ago, or has not begun', () => {
  expect(placeTimes({ iat: 1000, exp: 2000 }, 1e9)?.now).toEqual({ place: 1, side: 'after' })
  expect(placeTimes({ iat: 1000, exp: 2000 }, 1)?.now).toEqual({ place: 0, side: 'before' })
})

it('names together what is too near to be named apart, and never the end', () => {
  const scale = placeTimes({ auth_time: 990, iat: 1000, nbf: 1000, exp: 2000 }, 1500)
  expect(scale?.times.map(({ names }) => names)).toEqual([['auth_time', 'iat', 'nbf'], ['exp']])
})

it('has nothing to show without a time', () => {
  expect(placeTimes({ iat: 'yesterday' }, 1)).toBeUndefined()
})

it('shows one time alone', () => {
  expect(placeTimes({ iat: 1000 }, 2000)).toMatchObject({ times: [{ place: 0.5 }], now: { side: 'after' } })
})
