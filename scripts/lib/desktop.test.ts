import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { electronBinary, explainNoDesktop, findDesktop, hasDisplay } from './desktop.mjs'

let electronPackage: string

beforeEach(() => {
  electronPackage = mkdtempSync(join(tmpdir(), 'valetkey-electron-'))
})

afterEach(() => rmSync(electronPackage, { recursive: true, force: true }))

function fetched(folder: string): void {
  mkdirSync(join(electronPackage, folder), { recursive: true })
  writeFileSync(join(electronPackage, folder, 'electron'), '')
  writeFileSync(join(electronPackage, 'path.txt'), 'electron')
}

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('on %s with %o there is a display: %s', (platform, environment, expected) => {
  expect(hasDisplay(environment, platform)).toBe(expected)
})

test('a package without its binary has none', () => {
  expect(electronBinary(electronPackage, {})).toBeUndefined()
})

test('a fetched binary is found by the name that the package noted', () => {
  fetched('dist')
  expect(electronBinary(electronPackage, {})).toBe(join(electronPackage, 'dist', 'electron'))
})

test('a noted binary that has been deleted is missing', () => {
  fetched('dist')
  rmSync(join(electronPackage, 'dist'), { recursive: true })
  expect(electronBinary(electronPackage, {})).toBeUndefined()
})

test('a binary kept elsewhere is found there', () => {
  fetched('elsewhere')
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: join(electronPackage, 'elsewhere') }
  expect(electronBinary(electronPackage, environment)).toBe(join(electronPackage, 'elsewhere', 'electron'))
})

test.skipIf(process.platform !== 'linux')('without a display nothing is looked for', () => {
  expect(findDesktop({})).toEqual({ missing: 'there is no display' })
})

test('the tests say what they lack, the binary first', () => {
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: join(electronPackage, 'elsewhere') }
  expect(explainNoDesktop(environment)).toBe('the Electron binary is not installed')
})

test.skipIf(process.platform !== 'linux')('a binary without a display is not enough for them', () => {
  fetched('dist')
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: join(electronPackage, 'dist') }
  expect(explainNoDesktop(environment)).toBe('there is no display')
  expect(explainNoDesktop({ ...environment, DISPLAY: ':0' })).toBeUndefined()
})
