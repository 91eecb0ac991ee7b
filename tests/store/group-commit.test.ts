import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../electron/core/store/database.ts'
import type { Database } from '../../electron/core/store/database.ts'
import { createConnection } from '../../electron/core/store/connection.ts'
import type { Connection, Read, Write } from '../../electron/core/store/connection.ts'
import { makeDirectory } from '../support/make-directory.ts'
import { failureOf, openForTest, PLACES } from './support.ts'

function lookFromOutside(directory: string): () => unknown {
  const reader = new BetterSqlite3(join(directory, 'valetkey.sqlite'), { readonly: true })
  onTestFinished(() => void reader.close())
  const count = reader.prepare('SELECT count(*) FROM records').pluck()
  return () => count.get()
}

describe.each(PLACES)('writes $place', ({ open }) => {
  test('are read at once, before they are durable', () => {
    const store = open()
    store.records.upsert('Grant', 'one', { jti: 'one' }, undefined)
    expect(store.records.find('Grant', 'one')).toEqual({ payload: { jti: 'one' }, consumedAt: undefined })
  })

  test('are all undone when the work of a transaction throws', () => {
    const store = open()
    store.records.upsert('Grant', 'before', {}, undefined)
    const work = () =>
      store.transaction(() => {
        store.records.upsert('Grant', 'inside', {}, undefined)
        throw new Error('no')
      })
    expect(work).toThrow('no')
    expect(store.records.count('Grant')).toBe(1)
    expect(store.records.find('Grant', 'before')).toBeDefined()
  })

  test('of an inner transaction are undone alone when the outer one goes on', () => {
    const store = open()
    const answer = store.transaction(() => {
      store.records.upsert('Grant', 'outer', {}, undefined)
      const inner = () =>
        store.transaction(() => {
          store.records.upsert('Grant', 'inner', {}, undefined)
          throw new Error('no')
        })
      expect(inner).toThrow('no')
      return 'went on'
    })
    expect(answer).toBe('went on')
    expect(store.records.find('Grant', 'outer')).toBeDefined()
    expect(store.records.find('Grant', 'inner')).toBeUndefined()
  })

  test('of an inner transaction are undone with the outer one', () => {
    const store = open()
    const work = () =>
      store.transaction(() => {
        store.transaction(() => store.records.upsert('Grant', 'inner', {}, undefined))
        throw new Error('no')
      })
    expect(work).toThrow('no')
    expect(store.records.count('Grant')).toBe(0)
  })

  test('cannot be waited for inside a transaction', () => {
    const store = open()
    expect(() => store.transaction(async () => store.records.upsert('Grant', 'one', {}, undefined))).toThrow(
      'cannot wait',
    )
    expect(store.records.count('Grant')).toBe(0)
  })

  test('after the store was closed are refused with the reason', () => {
    const store = open()
    store.close()
    store.close()
    const closed = { code: 'store_closed', message: expect.stringContaining('has been closed') }
    expect(failureOf(() => store.records.upsert('Grant', 'one', {}, undefined))).toMatchObject(closed)
    expect(failureOf(() => store.records.find('Grant', 'one'))).toMatchObject(closed)
  })

  test('leave nothing to wait for when there are none', async () => {
    await expect(open().durable()).resolves.toBeUndefined()
  })
})

describe('a shared transaction', () => {
  test('is seen from outside once it is durable and not before', async () => {
    const directory = makeDirectory()
    const store = openForTest({ directory })
    const seen = lookFromOutside(directory)
    store.records.upsert('Grant', 'one', {}, undefined)
    const durable = store.durable()
    expect(seen()).toBe(0)
    await durable
    expect(seen()).toBe(1)
  })

  test('holds the writes of all requests of a turn', async () => {
    const directory = makeDirectory()
    const store = openForTest({ directory })
    const seen = lookFromOutside(directory)
    const requests = Array.from({ length: 100 }, async (_, number) => {
      store.records.upsert('Grant', `first-${number}`, {}, undefined)
      await Promise.resolve()
      store.records.upsert('Grant', `second-${number}`, {}, undefined)
      expect(seen()).toBe(0)
      await store.durable()
      expect(seen()).toBe(200)
    })
    await Promise.all(requests)
  })

  test('is committed when the store is closed, and who waits for it goes on', async () => {
    const directory = makeDirectory()
    const store = openForTest({ directory })
    store.records.upsert('Grant', 'one', {}, undefined)
    const durable = store.durable()
    store.close()
    await durable
    expect(openForTest({ directory }).records.count('Grant')).toBe(1)
  })
})

describe('a connection', () => {
  let database: Database
  let connection: Connection
  let put: Write<[id: string, text: string]>
  let find: Read<[id: string], { text: string }>
  const onProblem = vi.fn<(problem: unknown) => void>()

  beforeEach(() => {
    onProblem.mockClear()
    database = openDatabase(undefined, undefined)
    database.exec('CREATE TABLE notes (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT')
    database.exec('CREATE TABLE links (note TEXT REFERENCES notes DEFERRABLE INITIALLY DEFERRED) STRICT')
    connection = createConnection(database, { file: '/data/valetkey.sqlite', onProblem })
    put = connection.write('INSERT INTO notes VALUES (?, ?)')
    find = connection.read('SELECT text FROM notes WHERE id = ?')
    onTestFinished(() => connection.close())
  })

  function fillUp(): void {
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true }))}`)
  }

  test('commits once for a thousand writers of one turn', async () => {
    const writers = Array.from({ length: 1000 }, async (_, number) => {
      put(`note-${number}`, 'text')
      await connection.durable()
    })
    await Promise.all(writers)
    expect(connection.commits).toBe(1)
  })

  test('commits once for each turn in which something was written', async () => {
    for (const id of ['one', 'two', 'three']) {
      put(id, 'text')
      await connection.durable()
    }
    await nextTurn()
    expect(connection.commits).toBe(3)
  })

  test('keeps the other writes when one statement fails', async () => {
    put('one', 'kept')
    expect(() => put('one', 'again')).toThrow('UNIQUE constraint failed')
    put('two', 'kept')
    await connection.durable()
    expect([find.get('one')?.text, find.get('two')?.text]).toEqual(['kept', 'kept'])
    expect(connection.failedCommits).toBe(0)
  })

  test('tells everybody whose write was in a commit that failed, and goes on', async () => {
    const link = connection.write<[note: string]>('INSERT INTO links VALUES (?)')
    put('one', 'lost')
    const first = connection.durable()
    link('missing')
    const second = connection.durable()
    await expect(first).rejects.toThrow('FOREIGN KEY constraint failed')
    await expect(second).rejects.toThrow('FOREIGN KEY constraint failed')
    expect(find.get('one')).toBeUndefined()
    put('one', 'kept')
    await expect(connection.durable()).resolves.toBeUndefined()
    expect(find.get('one')?.text).toBe('kept')
    expect(onProblem).toHaveBeenCalledTimes(1)
  })

  test('tells who asks only turns later that the write was lost', async () => {
    const before = connection.failedCommits
    put('one', 'lost')
    connection.write<[note: string]>('INSERT INTO links VALUES (?)')('missing')
    await nextTurn()
    await nextTurn()
    put('two', 'kept')
    await connection.durable()
    await expect(connection.durable(before)).rejects.toThrow('FOREIGN KEY constraint failed')
    await expect(connection.durable(connection.failedCommits)).resolves.toBeUndefined()
  })

  test('says that the disk is full, to the writer and to those whose writes went with it', async () => {
    fillUp()
    put('small', 'lost')
    const other = connection.durable()
    const full = { code: 'store_full', message: expect.stringContaining('/data/valetkey.sqlite is full') }
    expect(failureOf(() => put('large', 'x'.repeat(100_000)))).toMatchObject(full)
    await expect(connection.durable()).rejects.toMatchObject(full)
    await expect(other).rejects.toMatchObject(full)
    expect(find.get('small')).toBeUndefined()
    database.pragma('max_page_count = 1000')
    put('large', 'x'.repeat(100_000))
    await expect(connection.durable()).resolves.toBeUndefined()
  })

  test('undoes a whole transaction when the disk is full in the middle of it', async () => {
    fillUp()
    const work = () =>
      connection.transaction(() => {
        put('one', 'lost')
        failureOf(() => connection.transaction(() => put('large', 'x'.repeat(100_000))))
        database.pragma('max_page_count = 1000')
        put('two', 'lost')
      })
    expect(failureOf(work)).toMatchObject({ code: 'store_full' })
    await expect(connection.durable()).rejects.toMatchObject({ code: 'store_full' })
    expect([find.get('one'), find.get('two')]).toEqual([undefined, undefined])
    connection.transaction(() => put('three', 'kept'))
    expect(find.get('three')?.text).toBe('kept')
  })

  test('does not take the program down when nobody waits for a commit that fails', async () => {
    connection.write<[note: string]>('INSERT INTO links VALUES (?)')('missing')
    void connection.durable()
    await nextTurn()
    await nextTurn()
    expect(onProblem).toHaveBeenCalledTimes(1)
  })
})
