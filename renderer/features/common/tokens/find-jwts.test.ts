import { expect, it } from 'vitest'

import { findJwts } from './find-jwts.ts'

it('finds each JWT once, the unsigned ones too, and no more than asked for', () => {
  const texts = ['Bearer eyJh.eyJi.c2ln', '{"id_token":"eyJh.eyJi.c2ln","other":"eyJx.eyJy."}', 'no.token.here eyJh']
  expect(findJwts(texts, 5)).toEqual(['eyJh.eyJi.c2ln', 'eyJx.eyJy.'])
  expect(findJwts(texts, 1)).toEqual(['eyJh.eyJi.c2ln'])
  expect(findJwts([], 5)).toEqual([])
})
