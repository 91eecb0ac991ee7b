import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'

import { readJsonFile, writeJsonFile } from './json-file.ts'

const schema = z.strictObject({ size: z.number() })
let directory = ''
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'json-file-'))))
afterEach(() => rmSync(directory, { recursive: true }))

test('what was written is read again, and nothing is left beside it', () => {
  const file = join(directory, 'made', 'state.json')
  writeJsonFile(file, { size: 1 })
  writeJsonFile(file, { size: 2 })
  expect(readJsonFile(file, schema)).toEqual({ value: { size: 2 } })
  expect(readdirSync(join(directory, 'made'))).toEqual(['state.json'])
})

test('a file that is not there is no mistake', () => {
  expect(readJsonFile(join(directory, 'state.json'), schema)).toEqual({ missing: true })
})

test.each([
  ['{"size":', 'is no JSON'],
  ['{"size":"large"}', 'does not hold what it should'],
  ['{"size":1,"other":2}', 'does not hold what it should'],
])('%j is broken', (text, broken) => {
  const file = join(directory, 'state.json')
  writeFileSync(file, text)
  expect(readJsonFile(file, schema)).toEqual({ broken })
})

test('what is no file is broken', () => {
  expect(readJsonFile(directory, schema)).toEqual({ broken: 'cannot be read (EISDIR)' })
})
