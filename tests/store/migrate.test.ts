import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../electron/core/store/database.ts'
import type { Database } from '../../electron/core/store/database.ts'
import { migrate } from '../../electron/core/store/migrate.ts'
import { MIGRATIONS } from '../../electron/core/store/migrations/index.ts'
import { failureOf } from './support.ts'

const FILE = '/data/valetkey.sqlite'

const TWO = [
  { version: 1, sql: 'CREATE TABLE notes (text TEXT NOT NULL) STRICT' },
  { version: 2, sql: "INSERT INTO notes VALUES ('second')" },
]
const THREE = [...TWO, { version: 3, sql: "UPDATE notes SET text = text || ', third'" }]

describe('migrations', () => {
  let database: Database

  beforeEach(() => {
    database = openDatabase(undefined, undefined)
    onTestFinished(() => void database.close())
  })

  function notes(): unknown {
    return database.prepare('SELECT text FROM notes').pluck().all()
  }

  function version(): unknown {
    return database.pragma('user_version', { simple: true })
  }

  test('of this program are numbered without a gap', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  test('are applied in order', () => {
    migrate(database, FILE, THREE)
    expect([notes(), version()]).toEqual([['second, third'], 3])
  })

  test('are applied once', () => {
    migrate(database, FILE, TWO)
    migrate(database, FILE, TWO)
    migrate(database, FILE, THREE)
    migrate(database, FILE, THREE)
    expect(notes()).toEqual(['second, third'])
  })

  test('leave the file in the format before the one that failed', () => {
    const broken = { version: 3, sql: "INSERT INTO notes VALUES ('half'); INSERT INTO nowhere VALUES (1)" }
    expect(() => migrate(database, FILE, [...TWO, broken])).toThrow('no such table')
    expect([notes(), version()]).toEqual([['second'], 2])
  })

  test('newer than the program are refused with both versions', () => {
    migrate(database, FILE, THREE)
    const failure = failureOf(() => migrate(database, FILE, TWO))
    expect(failure).toMatchObject({ code: 'store_newer', detail: { found: 3, known: 2 } })
    expect(failure).toMatchObject({
      message: expect.stringMatching(
        /^\/data\/valetkey\.sqlite was made by a newer Valet Key: its format is 3.*up to 2\. Update Valet Key/,
      ),
    })
  })
})
