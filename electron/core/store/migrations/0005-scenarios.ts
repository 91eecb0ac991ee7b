import type { Migration } from './migration.ts'

/** What people save of their own; those that ship are files. */
export const scenarios: Migration = {
  version: 5,
  sql: `
    CREATE TABLE scenarios (
      scenario_id TEXT NOT NULL PRIMARY KEY,
      definition TEXT NOT NULL,
      origin TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
  `,
}
