import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface TemporaryDirectory extends Disposable {
  readonly path: string
}

export function makeDirectory(name: string): TemporaryDirectory {
  const path = mkdtempSync(join(tmpdir(), `valetkey-${name}-`))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

/** On a copy: opening the file itself would do the repair that the program's next start is to be tested for. */
export function checkIntegrity(dataDirectory: string): string {
  const copy = join(dataDirectory, 'copy-for-the-check')
  mkdirSync(copy)
  for (const suffix of ['', '-wal']) {
    const file = `valetkey.sqlite${suffix}`
    if (existsSync(join(dataDirectory, file))) copyFileSync(join(dataDirectory, file), join(copy, file))
  }
  const database = new Database(join(copy, 'valetkey.sqlite'))
  const verdict = String(database.pragma('integrity_check', { simple: true }))
  database.close()
  rmSync(copy, { recursive: true })
  return verdict
}
