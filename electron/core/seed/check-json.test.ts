import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkJson } from './check-json.ts'

test.each([
  ['', 1, 1, 'found the end of the file, expected a JSON value'],
  ['{"a": hunter2}', 1, 7, 'found "h", expected a JSON value'],
  ['{"a": 1,\r\n}', 2, 1, 'found "}", expected another member, or no comma before it'],
  ['[1,\n2,]', 2, 3, 'found "]", expected another element, or no comma before it'],
  ['[1 2]', 1, 4, 'found "2", expected "," or "]"'],
  ['{"a" 1}', 1, 6, 'found "1", expected ":" after a key'],
  ["{'a': 1}", 1, 2, 'found "\'", expected a key in double quotes'],
  ['{\n  // the port\n}', 2, 3, 'found a comment, expected JSON without comments'],
  ['{"a": "C:\\dir"}', 1, 10, 'found "\\\\", expected an escape of JSON, such as \\\\ for one backslash'],
  ['{"a": "b', 1, 9, 'found the end of the file, expected a closing double quote'],
  ['{"a": "b\n"}', 1, 9, 'found "\\n", expected a closing double quote'],
  ['{} {}', 1, 4, 'found "{", expected the end of the file'],
  ['{"a": 01}', 1, 7, 'found "0", expected a JSON value'],
  ['{"a": 1, "a": 2}', 1, 10, 'found the key "a" a second time, expected it once'],
  ['{"a": 1, "\\u0061": 2}', 1, 10, 'found the key "a" a second time, expected it once'],
])('%j is refused with its line and column', (text, line, column, message) => {
  expect(checkJson(text)).toEqual({ line, column, message })
})

test('nesting has a bound, however deep it goes', () => {
  expect(checkJson('['.repeat(1_000_000))?.message).toBe('found more than 64 levels, expected fewer')
  expect(checkJson(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeUndefined()
})

test('a text of some megabytes is no trouble', () => {
  expect(checkJson(JSON.stringify({ text: 'x"\\'.repeat(1_000_000), list: Array(100_000).fill(0) }))).toBeUndefined()
})

test('whatever JSON.stringify writes is accepted', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(checkJson(text)).toBeUndefined()
    }),
  )
})

const FRAGMENTS = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '"a"',
  '"b"',
  '1',
  '-',
  '.5',
  'e3',
  'null',
  'true',
  ' ',
  '\n',
  '\\',
  '\\u00e9',
  'x',
)

test('a text is accepted only when JSON.parse accepts it, and the other way round', () => {
  fc.assert(
    fc.property(fc.array(FRAGMENTS, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const problem = checkJson(text)
      const sameTwice = problem?.message.includes('a second time') ?? false
      expect(sameTwice || (problem === undefined) === parses(text)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
