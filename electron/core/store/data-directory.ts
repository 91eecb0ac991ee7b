import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { ValetKeyError } from '#shared/errors.ts'
import { holdExclusively, sqliteCode } from './database.ts'
import { explainFailure } from './failures.ts'
import { isObject, isText, parseJson } from './stored-json.ts'

/** Where a running Valet Key can be reached; told to whoever wants the same directory. */
export interface Instance {
  readonly issuer: string
  readonly ui?: string | undefined
}

export interface DirectoryLock {
  readonly directory: string
  announce(instance: Instance): void
  release(): void
}

/**
 * One process at a time works on a data directory. Two files say so: `valetkey.lock`, which the process holds by a
 * lock of the operating system, so that it is free again however the process ends; and `instance.json`, which holds
 * no lock and is only there for the message that the second process gives.
 */
export function lockDataDirectory(path: string, nativeBinding?: string): DirectoryLock {
  const directory = resolve(path)
  const about = join(directory, 'instance.json')
  makeDirectory(directory)
  const release = holdLock(join(directory, 'valetkey.lock'), nativeBinding)
  if (release === undefined) throw inUse(directory, readInstance(about))

  function announce(instance: Partial<Instance>): void {
    try {
      writeWhole(about, JSON.stringify({ pid: process.pid, ...instance }))
    } catch (error) {
      throw explainFailure(error, about)
    }
  }

  let held = true
  function letGo(): void {
    if (!held) return
    held = false
    rmSync(about, { force: true })
    release?.()
  }

  try {
    // At once, and without an address yet: one that was killed may have left its own here.
    announce({})
  } catch (error) {
    release()
    throw error
  }
  return { directory, announce, release: letGo }
}

function makeDirectory(directory: string): void {
  try {
    makeFolders(directory)
    accessSync(`${directory}${sep}`, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw explainFailure(error, directory)
  }
}

/** mkdirSync with `recursive` never returns where a folder is there but lets none be made in it, as in /proc. */
function makeFolders(directory: string): void {
  if (existsSync(directory)) return
  makeFolders(dirname(directory))
  try {
    mkdirSync(directory, { mode: 0o700 })
  } catch (error) {
    // Another process may have made it a moment ago.
    if (!existsSync(directory)) throw error
  }
}

function holdLock(file: string, nativeBinding: string | undefined): (() => void) | undefined {
  try {
    return holdExclusively(file, nativeBinding)
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_NOTADB') throw notALock(file, error)
    throw explainFailure(error, file)
  }
}

function notALock(file: string, cause: unknown): ValetKeyError {
  const message = `${file} should be empty, and is not a file of Valet Key. Move it away, or use another --data directory.`
  return new ValetKeyError('store_lock_unusable', message, { cause, detail: { file } })
}

interface Found {
  readonly pid?: number
  readonly issuer?: string
  readonly ui?: string
}

function inUse(directory: string, found: Found): ValetKeyError {
  const known = [found.pid && `process ${found.pid}`, found.issuer].filter(Boolean).join(', ')
  const message =
    `Another Valet Key${known && ` (${known})`} is using ${directory}. ` +
    'Stop it, or start this one with another --data directory or --ephemeral.'
  return new ValetKeyError('store_in_use', message, { detail: { directory, ...found } })
}

function readInstance(file: string): Found {
  const value = parseJson(readIfThere(file))
  if (!isObject(value)) return {}
  const { pid, issuer, ui } = value
  return {
    ...(typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 ? { pid } : {}),
    ...(isText(issuer) ? { issuer } : {}),
    ...(isText(ui) ? { ui } : {}),
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Readers find the old text or the new, never half of one. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.draft`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, file)
}
