import type { Migration } from './migration.ts'

/** What a client of an outside issuer proves itself with is there sealed by the system's keychain, or not at all. */
export const outsideIssuers: Migration = {
  version: 4,
  sql: `
    CREATE TABLE outside_issuers (
      id TEXT NOT NULL PRIMARY KEY,
      document TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE outside_secrets (
      issuer TEXT NOT NULL,
      client_id TEXT NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (issuer, client_id)
    ) STRICT;
  `,
}
