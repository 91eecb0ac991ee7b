import { expect, test } from 'vitest'

import { keyCaps } from './key-caps.ts'

test('the main modifier is named as the keyboard names it', () => {
  expect(keyCaps('mod+k', false)).toEqual([['Ctrl', 'K']])
  expect(keyCaps('mod+k', true)).toEqual([['⌘', 'K']])
})

test('a sequence has a step for each key', () => {
  expect(keyCaps('g t', false)).toEqual([['G'], ['T']])
})

test('a sign stays what it is, and a key with a name gets a short one', () => {
  expect(keyCaps('?', false)).toEqual([['?']])
  expect(keyCaps('F8', false)).toEqual([['F8']])
  expect(keyCaps('Escape', false)).toEqual([['Esc']])
})
