import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { configureDatabase, openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { explainFailure, isBroken } from './failures.ts'
import { assertOurs, markAsOurs } from './file-header.ts'
import { migrate, touchTables } from './migrate.ts'

export const DATABASE_FILE = 'valetkey.sqlite'

/** What messages call it. */
export const MEMORY = 'The store in memory'

/** SQLite keeps what it has not yet moved into the file beside it, so these go wherever the file goes. */
const COMPANIONS = ['-wal', '-shm', '-journal']

export interface DatabaseFile {
  readonly database: Database
  /** The name under which a broken file was kept, when that was asked for and needed. */
  readonly setAside: string | undefined
}

interface Options {
  readonly nativeBinding: string | undefined
  readonly setAside: boolean
  /** Seconds since the epoch. */
  readonly now: () => number
}

/** A file that cannot be used is never written to and never removed; with `setAside` it is kept under another name. */
export function openDatabaseFile(directory: string, { nativeBinding, setAside, now }: Options): DatabaseFile {
  const file = join(directory, DATABASE_FILE)
  try {
    return { database: openReady(file, nativeBinding), setAside: undefined }
  } catch (error) {
    if (!setAside || !isBroken(error)) throw error
    const name = moveAside(file, now())
    return { database: openReady(file, nativeBinding), setAside: name }
  }
}

export function openMemory(nativeBinding: string | undefined): Database {
  const database = openDatabase(undefined, nativeBinding)
  configureDatabase(database)
  migrate(database, MEMORY)
  return database
}

function openReady(file: string, nativeBinding: string | undefined): Database {
  let database: Database | undefined
  try {
    assertOurs(file)
    database = openDatabase(file, nativeBinding)
    markAsOurs(database)
    configureDatabase(database)
    migrate(database, file)
    touchTables(database)
    return database
  } catch (error) {
    database?.close()
    throw explainFailure(error, file)
  }
}

function moveAside(file: string, now: number): string {
  const target = freeName(`${file}.set-aside-${timestamp(now)}`)
  for (const suffix of ['', ...COMPANIONS]) {
    if (existsSync(`${file}${suffix}`)) renameSync(`${file}${suffix}`, `${target}${suffix}`)
  }
  return target
}

function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    if (!['', ...COMPANIONS].some((suffix) => existsSync(`${name}${suffix}`))) return name
  }
}

function timestamp(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}
