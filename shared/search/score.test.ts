import { expect, test } from 'vitest'

import { scoreEntry, scoreText, wordsOf } from './score.ts'

function order(texts: readonly string[], query: string): readonly string[] {
  const scored = texts.map((text) => ({ text, score: scoreText(text, query) })).filter(({ score }) => score > 0)
  return scored.toSorted((a, b) => b.score - a.score).map(({ text }) => text)
}

test('what begins with the query comes before a word that does, and that before the middle of a word', () => {
  expect(order(['Update', 'The date', 'Date of birth'], 'date')).toEqual(['Date of birth', 'The date', 'Update'])
})

test('the shorter of two texts that begin alike comes first', () => {
  expect(order(['scopes_supported', 'scope'], 'scope')).toEqual(['scope', 'scopes_supported'])
})

test('a part of a protocol name counts as a word', () => {
  expect(scoreText('redirect_uri', 'uri')).toBeGreaterThan(scoreText('security', 'uri'))
})

test('letters in order are enough, when they stand close together and begin at a word', () => {
  expect(scoreText('MyTodos.io', 'mytds')).toBeGreaterThan(0)
  expect(scoreText('Delivery Planner', 'dp')).toBe(0)
  expect(scoreText('CalendarApp', 'lndr')).toBe(0)
})

test('a single letter has to stand there', () => {
  expect(scoreText('Traffic', 'f')).toBeGreaterThan(0)
  expect(scoreText('Traffic', 'x')).toBe(0)
})

test('every word has to be found, in whichever text', () => {
  expect(scoreEntry(['Load scenario Organizer', 'restore'], wordsOf('organizer load'))).toBeGreaterThan(0)
  expect(scoreEntry(['Load scenario Organizer', 'restore'], wordsOf('load printer'))).toBe(0)
})

test('the name of an entry counts more than the words beside it', () => {
  const words = wordsOf('scope')
  expect(scoreEntry(['scope'], words)).toBeGreaterThan(scoreEntry(['consent', 'scope'], words))
})

test('spaces around and between words do not count', () => {
  expect(wordsOf('  Load   Organizer ')).toEqual(['load', 'organizer'])
})
