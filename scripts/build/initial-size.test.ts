import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { assertWithinBudget, BUDGET, measureStart } from './initial-size.mjs'

function chunk(fileName: string, code: string, imports: string[] = [], isEntry = false) {
  return { type: 'chunk' as const, fileName, code, imports, isEntry }
}

const gzipped = (...codes: string[]) => codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).byteLength, 0)

test('the entry counts with everything that it imports without waiting, each once', () => {
  const files = [
    chunk('index.js', 'entry', ['a.js', 'b.js'], true),
    chunk('a.js', 'part a', ['b.js']),
    chunk('b.js', 'part b', ['a.js']),
    chunk('lazy.js', 'a screen', ['a.js']),
    { type: 'asset' as const, fileName: 'index.css' },
  ]
  expect(measureStart(files).gzip).toBe(gzipped('entry', 'part a', 'part b'))
})

test('what no compression makes small enough is refused, with both figures', () => {
  const code = randomBytes(BUDGET).toString('base64')
  const size = measureStart([chunk('index.js', code, [], true)])
  expect(() => assertWithinBudget(size)).toThrow(new RegExp(`${size.gzip} bytes .* ${BUDGET} are allowed`))
})

test('as much as is allowed is allowed', () => {
  expect(() => assertWithinBudget({ gzip: BUDGET, brotli: 1 })).not.toThrow()
})
