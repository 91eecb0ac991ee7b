import BetterSqlite3 from 'better-sqlite3'

export type Database = BetterSqlite3.Database
export type Value = string | number | Uint8Array | null

/** Another program may hold the file for a moment (a database browser, a backup); waiting blocks every request. */
const BUSY_TIMEOUT = 1000

/** One SQLite file, or memory when no file is named. Nothing is read from it yet, so nothing can be wrong with it yet. */
export function openDatabase(file: string | undefined, nativeBinding: string | undefined): Database {
  return open(file ?? ':memory:', BUSY_TIMEOUT, nativeBinding)
}

/**
 * `synchronous = NORMAL` says what "durable" means here. In WAL mode a commit hands its pages to the operating system
 * before it returns, so `kill -9` at any moment loses nothing that was answered. A power cut may lose the last moments
 * before it, but never leaves a broken file. FULL would save those moments too, with an fsync for each commit, which
 * is the price of a bank and not of a playground.
 */
export function configureDatabase(database: Database): void {
  const journal = database.pragma('journal_mode = WAL', { simple: true })
  // Some network drives cannot do WAL. With a rollback journal NORMAL could leave a broken file after a power cut.
  database.pragma(`synchronous = ${journal === 'delete' ? 'FULL' : 'NORMAL'}`)
  database.pragma('foreign_keys = ON')
  database.pragma('temp_store = MEMORY')
  database.pragma('cache_size = -16000')
  database.pragma('journal_size_limit = 16777216')
}

/**
 * Holds a file for the life of this process, or until the answer is called. Undefined when somebody else holds it.
 * The lock is the operating system's, so it is gone with the process however that ends. Nothing is ever written.
 */
export function holdExclusively(file: string, nativeBinding: string | undefined): (() => void) | undefined {
  const database = open(file, 0, nativeBinding)
  try {
    database.exec('BEGIN EXCLUSIVE')
    return () => void database.close()
  } catch (error) {
    database.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}

/** SQLite's own name of a failure, as in `SQLITE_FULL`. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof BetterSqlite3.SqliteError ? error.code : undefined
}

function open(file: string, timeout: number, nativeBinding: string | undefined): Database {
  return new BetterSqlite3(file, { timeout, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
}
