import type { Migration } from './migration.ts'

/** The list is asked for far more often than a run, which may hold many answers; so it has a column of its own. */
export const flowRuns: Migration = {
  version: 2,
  sql: `
    CREATE TABLE flow_runs (
      id TEXT NOT NULL PRIMARY KEY,
      summary TEXT NOT NULL,
      document TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
  `,
}
