import { closeSync, openSync, readSync } from 'node:fs'
import type { Database } from './database.ts'
import { damagedFile, foreignFile, notADatabase } from './failures.ts'
import { assertKnown } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'

/*
 * The first hundred bytes of a SQLite file say what it is (https://sqlite.org/fileformat2.html#the_database_header).
 * They are read here without SQLite, because SQLite tidies up as it opens and closes a file: it plays back what it finds
 * beside it, into it if need be. A file that is not ours must not be touched even so.
 */

/** "VKEY": how a file of ours is told from another program's database. */
export const APPLICATION_ID = 0x56_4b_45_59

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')
const SIZE = 100
const USER_VERSION = 60
const APPLICATION = 68

/** Makes the file when it is missing. Throws when it is not a database, another program's, or a newer Valet Key's. */
export function assertOurs(file: string, migrations?: readonly Migration[]): void {
  const header = readHeader(file)
  if (header.length === 0) return
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw notADatabase(file)
  if (header.length < SIZE) throw damagedFile(file)
  if (header.readUInt32BE(APPLICATION) !== APPLICATION_ID) throw foreignFile(file)
  assertKnown(header.readUInt32BE(USER_VERSION), file, migrations)
}

/** The first thing written to a fresh file, before WAL is chosen: from then on a write may stay beside the file. */
export function markAsOurs(database: Database): void {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return
  database.pragma(`application_id = ${APPLICATION_ID}`)
}

/** The file holds private keys, so nobody else may read it; SQLite gives what it puts beside it the same permissions. */
function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'a+', 0o600)
  try {
    const header = Buffer.alloc(SIZE)
    return header.subarray(0, readSync(descriptor, header, 0, SIZE, 0))
  } finally {
    closeSync(descriptor)
  }
}
