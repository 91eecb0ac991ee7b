import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { makeDirectory } from '../support/make-directory.ts'
import { failureOf, NOW, openForTest } from './support.ts'

const NAME = 'valetkey.sqlite'
const PAGE = 4096
/** NOW, as a set-aside file is named. */
const STAMP = '20250615T150640Z'

function makeStore(directory: string, records = 2000): string {
  const store = openForTest({ directory })
  for (let number = 0; number < records; number += 1) {
    store.records.upsert('AccessToken', `token-${number}`, { filler: 'x'.repeat(200) }, undefined)
  }
  store.close()
  return join(directory, NAME)
}

function scribble(file: string, from: number, to: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, from, to)
  writeFileSync(file, bytes)
}

function makeForeign(file: string): void {
  const database = new BetterSqlite3(file)
  database.exec("CREATE TABLE recipes (title TEXT); INSERT INTO recipes VALUES ('soup')")
  database.close()
}

function makeNewer(directory: string): void {
  const database = new BetterSqlite3(makeStore(directory))
  database.pragma('user_version = 99')
  database.close()
}

const UNUSABLE = [
  {
    kind: 'is text',
    code: 'store_not_a_database',
    make: (directory: string) => writeFileSync(join(directory, NAME), 'my notes\n'.repeat(200)),
  },
  {
    kind: 'is cut off within its header',
    code: 'store_corrupt',
    make: (directory: string) => truncateSync(makeStore(directory), 50),
  },
  {
    kind: 'is cut off in the middle',
    code: 'store_corrupt',
    make: (directory: string) => truncateSync(makeStore(directory), 20 * PAGE),
  },
  {
    kind: 'has lost its header',
    code: 'store_not_a_database',
    make: (directory: string) => scribble(makeStore(directory), 0, 64),
  },
  {
    kind: 'has lost its schema',
    code: 'store_corrupt',
    make: (directory: string) => scribble(makeStore(directory), 100, PAGE),
  },
  {
    kind: 'has lost the first page of its tables',
    code: 'store_corrupt',
    make: (directory: string) => scribble(makeStore(directory), PAGE, 8 * PAGE),
  },
  {
    kind: "is another program's database",
    code: 'store_foreign',
    make: (directory: string) => makeForeign(join(directory, NAME)),
  },
  { kind: 'was made by a newer Valet Key', code: 'store_newer', make: makeNewer },
] as const

describe.each(UNUSABLE)('a file that $kind', ({ code, make }) => {
  test('is refused with its name and the way out, and left as it was', () => {
    const directory = makeDirectory()
    make(directory)
    const before = readFileSync(join(directory, NAME))
    const failure = failureOf(() => openForTest({ directory }))
    expect(failure).toMatchObject({
      name: 'ValetKeyError',
      code,
      message: expect.stringContaining(join(directory, NAME)),
    })
    expect(failure).toMatchObject({ message: expect.stringMatching(/another --data directory.*--set-aside/) })
    expect(readFileSync(join(directory, NAME))).toEqual(before)
    expect(readdirSync(directory).toSorted()).toEqual(['valetkey.lock', NAME])
  })

  test('is kept under another name when that was asked for, and a fresh one is begun', () => {
    const directory = makeDirectory()
    make(directory)
    const before = readFileSync(join(directory, NAME))
    const problems: string[] = []
    const store = openForTest({ directory, setAside: true, onProblem: ({ message }) => problems.push(message) })
    const kept = join(directory, `${NAME}.set-aside-${STAMP}`)
    expect(store.setAside).toBe(kept)
    expect(readFileSync(kept)).toEqual(before)
    expect(problems).toEqual([expect.stringContaining(kept)])
    expect([store.isNew, store.records.count('AccessToken')]).toEqual([true, 0])
  })
})

test('a file that was set aside never takes the place of another', () => {
  const directory = makeDirectory()
  for (const text of ['first', 'second', 'third']) {
    writeFileSync(join(directory, NAME), text.repeat(100))
    openForTest({ directory, setAside: true }).close()
  }
  const names = readdirSync(directory)
    .filter((name) => name.includes('set-aside'))
    .toSorted()
  expect(names).toEqual([`${NAME}.set-aside-${STAMP}`, `${NAME}.set-aside-${STAMP}-2`, `${NAME}.set-aside-${STAMP}-3`])
  const texts = names.map((name) => readFileSync(join(directory, name), 'utf8').slice(0, 5))
  expect(texts).toEqual(['first', 'secon', 'third'])
})

test('what stands beside a file that is set aside goes with it', () => {
  const directory = makeDirectory()
  writeFileSync(join(directory, NAME), 'my notes'.repeat(100))
  writeFileSync(join(directory, `${NAME}-journal`), 'more notes')
  const store = openForTest({ directory, setAside: true })
  expect(readFileSync(`${store.setAside}-journal`, 'utf8')).toBe('more notes')
})

test('a file that took the place of ours is not overwritten with what ours left beside it', () => {
  const directory = makeDirectory()
  const store = openForTest({ directory })
  for (const suffix of ['-wal', '-shm']) copyFileSync(join(directory, NAME + suffix), join(directory, `copy${suffix}`))
  store.close()
  for (const suffix of ['-wal', '-shm']) copyFileSync(join(directory, `copy${suffix}`), join(directory, NAME + suffix))
  writeFileSync(join(directory, NAME), 'my notes')
  expect(failureOf(() => openForTest({ directory }))).toMatchObject({ code: 'store_not_a_database' })
  expect(readFileSync(join(directory, NAME), 'utf8')).toBe('my notes')
})

test('a good file is not set aside', () => {
  const directory = makeDirectory()
  makeStore(directory, 3)
  const store = openForTest({ directory, setAside: true })
  expect([store.setAside, store.records.count('AccessToken')]).toEqual([undefined, 3])
})

test('a file without a byte is begun', () => {
  const directory = makeDirectory()
  writeFileSync(join(directory, NAME), '')
  expect(openForTest({ directory }).isNew).toBe(true)
})

test('damage that shows only during use is named then, and the store still closes', () => {
  const directory = makeDirectory()
  const file = makeStore(directory)
  scribble(file, 60 * PAGE, statSync(file).size)
  const store = openForTest({ directory })
  const failure = failureOf(() => {
    for (let number = 0; number < 2000; number += 1) store.records.find('AccessToken', `token-${number}`)
  })
  expect(failure).toMatchObject({ code: 'store_corrupt', message: expect.stringContaining(file) })
  expect(store.isNew).toBe(true)
  store.close()
})

test('a file that was begun and killed before anything was moved into it is ours', async () => {
  const directory = makeDirectory()
  const store = openForTest({ directory })
  store.markSeeded()
  await store.durable()
  const copy = makeDirectory()
  for (const name of [NAME, `${NAME}-wal`]) copyFileSync(join(directory, name), join(copy, name))
  expect(statSync(join(copy, NAME)).size).toBe(PAGE)
  expect(openForTest({ directory: copy }).isNew).toBe(false)
})

test.each(['DROP TABLE users', 'ALTER TABLE users RENAME COLUMN origin TO source'])(
  'a file that lacks what it needs is refused as changed by hand: %s',
  (sql) => {
    const directory = makeDirectory()
    const database = new BetterSqlite3(makeStore(directory, 0))
    database.exec(sql)
    database.close()
    const failure = { code: 'store_corrupt', message: expect.stringContaining('changed by hand') }
    expect(failureOf(() => openForTest({ directory }))).toMatchObject(failure)
    expect(failureOf(() => openForTest({ directory }))).toMatchObject(failure)
  },
)

test('a directory is made when it is missing, for its owner alone', () => {
  const directory = join(makeDirectory(), 'a', 'b')
  openForTest({ directory })
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(statSync(join(directory, NAME)).mode & 0o777).toBe(0o600)
})

test('a failed start leaves the directory free for the next', () => {
  const directory = makeDirectory()
  writeFileSync(join(directory, NAME), 'my notes'.repeat(100))
  failureOf(() => openForTest({ directory }))
  expect(existsSync(join(directory, 'instance.json'))).toBe(false)
  expect(failureOf(() => openForTest({ directory }))).toMatchObject({ code: 'store_not_a_database' })
})

describe('a path that cannot hold the data', () => {
  const blocked = 'store_unwritable'

  test('is refused when it is a file', () => {
    const file = join(makeDirectory(), 'file')
    writeFileSync(file, 'text')
    for (const directory of [file, join(file, 'below')]) {
      const failure = failureOf(() => openForTest({ directory }))
      expect(failure).toMatchObject({
        code: blocked,
        message: expect.stringMatching(/is a file or lies below one.*--data/),
      })
      expect(failure).toMatchObject({ message: expect.stringContaining(directory) })
    }
    expect(readFileSync(file, 'utf8')).toBe('text')
  })

  test.skipIf(process.platform !== 'linux')('is refused where no folder can be made', () => {
    const failure = failureOf(() => openForTest({ directory: '/proc/valetkey/data' }))
    expect(failure).toMatchObject({ code: blocked, message: expect.stringContaining('cannot be made there') })
  })

  test('is refused when a folder stands where a file should be', () => {
    for (const name of [NAME, 'valetkey.lock']) {
      const directory = makeDirectory()
      mkdirSync(join(directory, name))
      const failure = failureOf(() => openForTest({ directory, setAside: true }))
      expect(failure).toMatchObject({ code: blocked, message: expect.stringContaining(join(directory, name)) })
    }
  })

  test("is refused when something else has the lock's name", () => {
    const directory = makeDirectory()
    writeFileSync(join(directory, 'valetkey.lock'), 'my notes'.repeat(100))
    expect(failureOf(() => openForTest({ directory }))).toMatchObject({ code: 'store_lock_unusable' })
    expect(readFileSync(join(directory, 'valetkey.lock'), 'utf8')).toContain('my notes')
  })

  // Permissions do not stop root, who would find the file writable.
  test.skipIf(process.getuid?.() === 0)('is refused when its permissions forbid it', () => {
    const directory = makeDirectory()
    const file = makeStore(directory, 3)
    chmodSync(file, 0o400)
    expect(failureOf(() => openForTest({ directory }))).toMatchObject({
      code: blocked,
      message: expect.stringContaining(file),
    })
    chmodSync(file, 0o600)
    chmodSync(directory, 0o500)
    expect(failureOf(() => openForTest({ directory }))).toMatchObject({ code: blocked })
    chmodSync(directory, 0o700)
  })
})

test('the timestamp in these tests is the time of their clock', () => {
  expect(new Date(NOW * 1000).toISOString()).toBe('2025-06-15T15:06:40.000Z')
})
