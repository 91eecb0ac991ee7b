import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from './built.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'valetkey-built-'))
  mkdirSync(join(folder, 'src/deep'), { recursive: true })
  write('src/a.ts', 'a')
  write('src/deep/b.ts', 'b')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, text: string, time = 1_000): void {
  writeFileSync(join(folder, file), text)
  utimesSync(join(folder, file), time, time)
}

function change(act: () => void): boolean {
  const before = fingerprint(folder, ['src', 'missing'])
  act()
  return fingerprint(folder, ['src', 'missing']) !== before
}

test('nothing changed is nothing changed', () => {
  expect(change(() => undefined)).toBe(false)
})

test.each([
  ['a file that is written', () => write('src/a.ts', 'a', 2_000)],
  ['a file of another size at the same time', () => write('src/a.ts', 'longer')],
  ['a file replaced by an older one', () => write('src/deep/b.ts', 'b', 500)],
  ['a new file', () => write('src/deep/c.ts', 'c')],
  ['a file that is gone', () => rmSync(join(folder, 'src/deep/b.ts'))],
])('%s is seen', (_what, act) => {
  expect(change(act)).toBe(true)
})

test('a test is no part of what is built', () => {
  expect(change(() => write('src/deep/b.test.ts', 'test'))).toBe(false)
})
