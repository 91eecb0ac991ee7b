import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { writeEnv } from './env-file.ts'

test.each([
  ['plain-1_2.3', 'X=plain-1_2.3'],
  ['', 'X='],
  ['two words', `X='two words'`],
  ['$HOME `id` "x" \\ #', `X='$HOME \`id\` "x" \\ #'`],
  [`it's`, `X="it's"`],
])('%s', (value, line) => {
  expect(writeEnv('X', value)).toBe(line)
})

test.each([`it's $HOME`, `it's \`id\``, `'"`, 'a\nb'])(
  'what a shell would run or a line cannot hold is left out: %s',
  (value) => {
    expect(writeEnv('X', value)).toMatch(/^# X has characters.*\nX=$/)
  },
)

test('a value never begins a line of its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(writeEnv('X', value).split('\n').at(-1)).toMatch(/^X=/)
    }),
  )
})
