import { ValetKeyError } from '#shared/errors.ts'
import { sqliteCode } from './database.ts'

const ELSEWHERE = 'use another --data directory, or --ephemeral to keep everything in memory'
const SET_ASIDE = 'start with --set-aside to keep it under another name and begin with a fresh one'

/** Failures of the file itself, after which a fresh file may take its place if the person agrees. */
const BROKEN = new Set(['store_not_a_database', 'store_corrupt', 'store_foreign', 'store_newer'])

export function isBroken(error: unknown): boolean {
  return error instanceof ValetKeyError && BROKEN.has(error.code)
}

/** What SQLite or the file system says, in words that name the file and the way out. Any other error is given back. */
export function explainFailure(error: unknown, file: string): unknown {
  if (error instanceof ValetKeyError) return error
  const code = sqliteCode(error) ?? systemCode(error)
  if (code === undefined) return error
  if (code.startsWith('SQLITE_NOTADB')) return notADatabase(file, error)
  if (code.startsWith('SQLITE_CORRUPT')) return damagedFile(file, error)
  const failure = failures(file).find(([prefix]) => code.startsWith(prefix))
  if (failure === undefined) return error
  return new ValetKeyError(failure[1], failure[2], { cause: error, detail: { file, code } })
}

export function notADatabase(file: string, cause?: unknown): ValetKeyError {
  const message = `${file} is not a database, and is left as it is. Move it away, ${ELSEWHERE}; or ${SET_ASIDE}.`
  return new ValetKeyError('store_not_a_database', message, { cause, detail: { file } })
}

export function damagedFile(file: string, cause?: unknown): ValetKeyError {
  const message = `${file} is damaged, and is left as it is. Restore a copy of it, ${ELSEWHERE}; or ${SET_ASIDE}.`
  return new ValetKeyError('store_corrupt', message, { cause, detail: { file } })
}

export function foreignFile(file: string): ValetKeyError {
  const message =
    `${file} is a database of another program, and is left as it is. ` + `Move it away, ${ELSEWHERE}; or ${SET_ASIDE}.`
  return new ValetKeyError('store_foreign', message, { detail: { file } })
}

export function newerFile(file: string, found: number, known: number): ValetKeyError {
  const message =
    `${file} was made by a newer Valet Key: its format is ${found}, and this program knows formats up to ${known}. ` +
    `Update Valet Key, or ${ELSEWHERE}; or ${SET_ASIDE}.`
  return new ValetKeyError('store_newer', message, { detail: { file, found, known } })
}

type Failure = readonly [prefix: string, code: string, message: string]

function failures(file: string): readonly Failure[] {
  const lacking = `${file} has been changed by hand or by another program and lacks what it needs. It is left as it is. `
  const full = `The disk that holds ${file} is full, so nothing more can be kept. Free some space, or ${ELSEWHERE}.`
  const busy = `Another program is writing to ${file}. Close it there and try again.`
  const forbidden = `${file} cannot be read and written by this user. Change its permissions and its folder's, or `
  const folder = `${file} is a folder, where a file is needed. Move it away, or ${ELSEWHERE}.`
  const notFolder = `${file} is a file or lies below one, where a folder is needed. Name another --data directory.`
  const missing = `${file} cannot be made there. Name another --data directory.`
  const disk = `The disk failed while ${file} was read or written. Look after the disk, or ${ELSEWHERE}.`
  return [
    // A statement that has always worked finds no such table or column.
    ['SQLITE_ERROR', 'store_corrupt', `${lacking}Restore a copy of it, ${ELSEWHERE}; or ${SET_ASIDE}.`],
    ['SQLITE_FULL', 'store_full', full],
    ['ENOSPC', 'store_full', full],
    ['EDQUOT', 'store_full', full],
    ['SQLITE_BUSY', 'store_busy', busy],
    ['SQLITE_LOCKED', 'store_busy', busy],
    ['SQLITE_READONLY', 'store_unwritable', `${forbidden}${ELSEWHERE}.`],
    ['SQLITE_CANTOPEN', 'store_unwritable', `${forbidden}${ELSEWHERE}.`],
    ['SQLITE_PERM', 'store_unwritable', `${forbidden}${ELSEWHERE}.`],
    ['EACCES', 'store_unwritable', `${forbidden}${ELSEWHERE}.`],
    ['EPERM', 'store_unwritable', `${forbidden}${ELSEWHERE}.`],
    ['EROFS', 'store_unwritable', `${forbidden}${ELSEWHERE}.`],
    ['EISDIR', 'store_unwritable', folder],
    ['ENOTDIR', 'store_unwritable', notFolder],
    ['EEXIST', 'store_unwritable', notFolder],
    ['ENOENT', 'store_unwritable', missing],
    ['SQLITE_IOERR', 'store_io', disk],
  ]
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
