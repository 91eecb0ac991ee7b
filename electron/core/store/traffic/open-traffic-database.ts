import { configureDatabase, type Database, openDatabase } from '../database.ts'
import { assertOurs, markAsOurs } from '../file-header.ts'
import { migrate } from '../migrate.ts'
import { TRAFFIC_MIGRATIONS } from './migrations.ts'

export function openTrafficDatabase(file: string | undefined): Database {
  if (file !== undefined) assertOurs(file, TRAFFIC_MIGRATIONS)
  const database = openDatabase(file, undefined)
  try {
    if (file !== undefined) markAsOurs(database)
    configureDatabase(database)
    // Four times SQLite's own: the pages at the end of each index are written again and again, and copied once.
    database.pragma('wal_autocheckpoint = 4000')
    migrate(database, file ?? 'The recording in memory', TRAFFIC_MIGRATIONS)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
