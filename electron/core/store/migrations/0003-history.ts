import type { Migration } from './migration.ts'

/** What was changed by hand or by an application, and how it was before; rows of one deed carry one batch. */
export const history: Migration = {
  version: 3,
  sql: `
    CREATE TABLE history (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      batch TEXT NOT NULL,
      at INTEGER NOT NULL,
      door TEXT NOT NULL,
      call TEXT NOT NULL,
      kind TEXT NOT NULL,
      entity TEXT NOT NULL,
      before TEXT,
      after TEXT
    ) STRICT;
    CREATE INDEX history_of_batch ON history (batch);
  `,
}
