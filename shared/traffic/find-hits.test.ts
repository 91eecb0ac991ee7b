import { expect, it } from 'vitest'

import { findHits } from './find-hits.ts'

function hitsIn(text: string, search: string): string[] {
  return findHits(text, search).map(({ start, end }) => text.slice(start, end))
}

it.each([
  ['/token?client_id=calendar-app', 'client', ['client']],
  ['/token?client_id=calendar-app', 'CALENDAR app', ['calendar', 'app']],
  ['/token?client_id=calendar-app', 'lendar', []],
  ['one=two&three', 'one=two', ['one=two']],
  ['one two', 'one=two', ['one two']],
  ['Zürich', 'zurich', ['Zürich']],
  ['zurich', 'ZÜR', ['zur']],
  ['aaa aab', 'aa aab', ['aa', 'aab']],
  ['nothing', '+ -', []],
])('in %s, %s stands at %j', (text, search, hits) => {
  expect(hitsIn(text, search)).toEqual(hits)
})
