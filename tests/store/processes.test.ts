import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeDirectory } from '../support/make-directory.ts'
import { failureOf, nextLine, openForTest, startChild } from './support.ts'

const ISSUER = 'http://localhost:4400'

describe('a second Valet Key on the same directory', () => {
  test("is refused with the first one's process and address, until that one has been killed", async () => {
    const directory = makeDirectory()
    const holder = startChild('holder.child.ts', [directory, ISSUER])
    expect(await nextLine(holder)).toBe('ready')
    expect(failureOf(() => openForTest({ directory }))).toMatchObject({
      name: 'ValetKeyError',
      code: 'store_in_use',
      message:
        `Another Valet Key (process ${holder.pid}, ${ISSUER}) is using ${directory}. ` +
        'Stop it, or start this one with another --data directory or --ephemeral.',
      detail: { pid: holder.pid, issuer: ISSUER, ui: 'http://localhost:4401' },
    })
    await holder.kill()
    expect(openForTest({ directory }).isNew).toBe(true)
  })

  test.each(['', 'garbage', '[]', '{"pid":"x","issuer":7}', '{"pid":-1}'])(
    'is refused when instance.json says %j',
    async (text) => {
      const directory = makeDirectory()
      const store = openForTest({ directory })
      writeFileSync(join(directory, 'instance.json'), text)
      const message = expect.stringMatching(/^Another Valet Key is using /)
      expect(failureOf(() => openForTest({ directory }))).toMatchObject({ code: 'store_in_use', message })
      store.close()
    },
  )

  test('is refused in the same process too, and its attempt does not loosen the lock', async () => {
    const directory = makeDirectory()
    const store = openForTest({ directory })
    store.announce({ issuer: ISSUER })
    const message = expect.stringContaining(`(process ${process.pid}, ${ISSUER})`)
    for (const path of [directory, `${directory}/../${directory.split('/').at(-1)}`, directory]) {
      expect(failureOf(() => openForTest({ directory: path }))).toMatchObject({ code: 'store_in_use', message })
    }
    store.close()
    expect(existsSync(join(directory, 'instance.json'))).toBe(false)
    expect(openForTest({ directory }).isNew).toBe(true)
  })

  test('is not told the address of one that was killed before', () => {
    const directory = makeDirectory()
    writeFileSync(join(directory, 'instance.json'), JSON.stringify({ pid: 1, issuer: 'http://localhost:9999' }))
    openForTest({ directory })
    expect(JSON.parse(readFileSync(join(directory, 'instance.json'), 'utf8'))).toEqual({ pid: process.pid })
    const message = expect.stringContaining(`Another Valet Key (process ${process.pid}) is using`)
    expect(failureOf(() => openForTest({ directory }))).toMatchObject({ message })
  })
})

describe('kill -9', () => {
  test('loses nothing that was reported durable, three times in a row', async () => {
    const directory = makeDirectory()
    const reported: string[] = []
    for (const round of ['a', 'b', 'c']) {
      const writer = startChild('writer.child.ts', [directory, round])
      const wanted = reported.length + 400
      for await (const line of writer.lines) {
        reported.push(line)
        if (reported.length === wanted) void writer.kill()
      }
      const store = openForTest({ directory })
      expect(reported.filter((id) => store.records.find('AccessToken', id) === undefined)).toEqual([])
      expect(reported.length).toBeGreaterThanOrEqual(wanted)
      store.close()
    }
  }, 30_000)
})

test('a store in memory leaves no file', async () => {
  const root = makeDirectory()
  const folders = ['cwd', 'tmp', 'home'].map((name) => join(root, name))
  for (const folder of folders) mkdirSync(folder)
  const [cwd = '', TMPDIR, HOME] = folders
  const child = startChild('ephemeral.child.ts', [], {
    cwd,
    env: { ...process.env, TMPDIR, SQLITE_TMPDIR: TMPDIR, HOME },
  })
  expect(await nextLine(child)).toBe('ready')
  expect(folders.map((folder) => readdirSync(folder))).toEqual([[], [], []])
  child.process.stdin?.end()
  expect(await nextLine(child)).toBe('closed')
  expect(folders.map((folder) => readdirSync(folder))).toEqual([[], [], []])
})
