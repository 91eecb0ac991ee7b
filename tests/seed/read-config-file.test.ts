import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ValetKeyError } from '#shared/errors.ts'
import { loadConfig, loadConfigValue } from '../../electron/core/seed/load-config.ts'
import { readConfigFile } from '../../electron/core/seed/read-config-file.ts'

let directory: string
let path: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'valetkey-config-'))
  path = join(directory, 'valetkey.config.json')
})

afterEach(() => rmSync(directory, { recursive: true }))

function refusal(file: string): string {
  try {
    readConfigFile(file)
  } catch (error) {
    if (error instanceof ValetKeyError && error.code === 'config_invalid') return error.message
    throw error
  }
  return 'none'
}

test('a file is read whole', () => {
  writeFileSync(path, '{"users":[{"username":"a","claims":{"name":"Zoë 🙂"}}]}')
  expect(JSON.parse(readConfigFile(path))).toEqual({ users: [{ username: 'a', claims: { name: 'Zoë 🙂' } }] })
})

test('a byte order mark is left out', () => {
  writeFileSync(path, '\ufeff{}')
  expect(readConfigFile(path)).toBe('{}')
})

test('a file that is not there is named', () => {
  expect(refusal(path)).toBe(
    `${path}: found no such file, expected a config file; check the path, or leave --config out`,
  )
  expect(refusal(join(path, 'x'))).toMatch(/found no such file/)
})

test('a directory is no config file', () => {
  expect(refusal(directory)).toBe(`${directory}: found a directory, expected a file; name the file in it`)
})

test('another encoding is refused, UTF-16 by its name', () => {
  writeFileSync(path, Buffer.from([0x7b, 0xe4, 0x7d]))
  expect(refusal(path)).toBe(
    `${path}: found bytes that are no UTF-8, expected a text in UTF-8; save the file in that encoding`,
  )
  writeFileSync(path, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{}', 'utf16le')]))
  expect(refusal(path)).toMatch(/: found UTF-16, expected a text in UTF-8/)
})

test('more than 10 MB is refused, 10 MB is not', () => {
  writeFileSync(path, Buffer.alloc(10 * 1024 * 1024, ' '))
  expect(readConfigFile(path)).toHaveLength(10 * 1024 * 1024)
  writeFileSync(path, Buffer.alloc(10 * 1024 * 1024 + 1, ' '))
  expect(refusal(path)).toBe(`${path}: found more than 10 MB, expected a config of at most that size`)
})

test.runIf(process.platform === 'linux')('a file without an end is refused, not read for ever', () => {
  expect(refusal('/dev/zero')).toMatch(/found more than 10 MB/)
})

test.runIf(process.getuid !== undefined && process.getuid() !== 0)('a file that may not be read says so', () => {
  writeFileSync(path, '{}')
  chmodSync(path, 0)
  expect(refusal(path)).toMatch(/may not be read/)
})

test('loading names the file in what it says of its content', async () => {
  writeFileSync(path, '{"user": []}')
  await expect(loadConfig(path)).rejects.toThrow(`${path}: user: found an unknown key, did you mean "users"?`)
})

test('a config given as an object goes through the same checks', async () => {
  await expect(loadConfigValue({ user: [] })).rejects.toThrow('config: user: found an unknown key')
  await expect(loadConfigValue({ scenarios: [] })).resolves.toMatchObject({ scenarios: [], users: [] })
})
