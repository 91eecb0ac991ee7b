import type { Database } from './database.ts'
import { newerFile } from './failures.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'

const TABLES = [
  'clients',
  'apis',
  'users',
  'keys',
  'meta',
  'secrets',
  'records',
  'revoked_tokens',
  'flow_runs',
  'history',
]

/** Each step and the number that says it was taken are one transaction, so a step is taken once or not at all. */
export function migrate(database: Database, file: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  assertKnown(version, file, migrations)
  for (const migration of migrations) {
    if (migration.version > version) database.transaction(applyMigration).immediate(database, migration)
  }
}

export function assertKnown(version: number, file: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const known = migrations.at(-1)?.version ?? 0
  if (version > known) throw newerFile(file, version, known)
}

/** Looks at the first page of each table. A check of every page would take seconds for a large file. */
export function touchTables(database: Database): void {
  for (const table of TABLES) database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get()
}

function applyMigration(database: Database, { sql, version }: Migration): void {
  database.exec(sql)
  database.pragma(`user_version = ${version}`)
}
