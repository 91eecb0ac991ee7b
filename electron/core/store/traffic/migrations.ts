import type { Migration } from '../migrations/migration.ts'

/**
 * The list's columns stand apart from the messages, so that even a filter that no index answers reads a few megabytes.
 * In `sign_in_keys` an empty sign_in says that several share the key.
 */
export const TRAFFIC_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE exchanges (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sign_in TEXT,
        direction TEXT NOT NULL,
        started_at REAL NOT NULL,
        duration REAL,
        endpoint TEXT NOT NULL,
        grant_type TEXT,
        client_id TEXT,
        user TEXT,
        method TEXT NOT NULL,
        url TEXT NOT NULL,
        status INTEGER,
        error TEXT
      ) STRICT;
      CREATE INDEX exchanges_by_client ON exchanges (client_id, id) WHERE client_id IS NOT NULL;
      CREATE INDEX exchanges_by_user ON exchanges (user, id) WHERE user IS NOT NULL;
      CREATE INDEX exchanges_by_endpoint ON exchanges (endpoint, id);
      CREATE INDEX exchanges_by_status ON exchanges (status, id);
      CREATE INDEX exchanges_by_sign_in ON exchanges (sign_in, id) WHERE sign_in IS NOT NULL;
      CREATE INDEX exchanges_with_error ON exchanges (id) WHERE error IS NOT NULL;
      CREATE INDEX exchanges_by_time ON exchanges (started_at);
      CREATE TABLE messages (id INTEGER PRIMARY KEY, detail ANY NOT NULL) STRICT;
      CREATE VIRTUAL TABLE exchange_text USING fts5 (
        text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", detail = full
      );
      -- The oldest leave all the time. To merge their segment anew whenever a tenth of it is gone takes up to a second.
      INSERT INTO exchange_text (exchange_text, rank) VALUES ('deletemerge', 0);
      CREATE TABLE sign_in_keys (
        key TEXT PRIMARY KEY,
        sign_in TEXT NOT NULL,
        client_id TEXT,
        user TEXT,
        exchange INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX sign_in_keys_by_exchange ON sign_in_keys (exchange);
      CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    `,
  },
  {
    version: 2,
    sql: `
      ALTER TABLE exchanges ADD COLUMN mark TEXT;
      ALTER TABLE exchanges ADD COLUMN pinned INTEGER;
      ALTER TABLE exchanges ADD COLUMN note TEXT;
    `,
  },
  {
    version: 3,
    sql: `
      CREATE INDEX exchanges_pinned ON exchanges (id) WHERE pinned IS NOT NULL;
      CREATE INDEX exchanges_with_note ON exchanges (id) WHERE note IS NOT NULL;
      CREATE INDEX exchanges_with_mark ON exchanges (id) WHERE mark IS NOT NULL;
    `,
  },
  {
    version: 4,
    sql: `
      CREATE TABLE client_uses (client_id TEXT PRIMARY KEY, last_at REAL NOT NULL, token_at REAL) STRICT, WITHOUT ROWID;
      INSERT INTO client_uses
        SELECT client_id, max(started_at), max(CASE WHEN endpoint = 'token' AND status = 200 THEN started_at END)
        FROM exchanges
        WHERE client_id IS NOT NULL AND direction = 'in'
          AND (mark IS NULL OR json_extract(mark, '$.kind') <> 'imported')
        GROUP BY client_id;
    `,
  },
]
