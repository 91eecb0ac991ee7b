import type { Migration } from './migration.ts'

/*
 * `records` and `revoked_tokens` are looked up by their key alone and come and go by the thousand, so they are kept in
 * the order of that key (WITHOUT ROWID). The others are few, and are listed in the order in which they were made.
 */
export const first: Migration = {
  version: 1,
  sql: `
    CREATE TABLE clients (
      client_id TEXT NOT NULL PRIMARY KEY,
      metadata TEXT NOT NULL,
      origin TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE apis (
      identifier TEXT NOT NULL PRIMARY KEY,
      definition TEXT NOT NULL,
      origin TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE users (
      username TEXT NOT NULL PRIMARY KEY,
      definition TEXT NOT NULL,
      origin TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE keys (
      kid TEXT NOT NULL PRIMARY KEY,
      alg TEXT NOT NULL,
      jwk TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      retires_at INTEGER
    ) STRICT;

    CREATE TABLE meta (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE secrets (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE records (
      model TEXT NOT NULL,
      id TEXT NOT NULL,
      payload TEXT NOT NULL,
      grant_id TEXT,
      user_code TEXT,
      uid TEXT,
      expires_at INTEGER,
      consumed_at INTEGER,
      PRIMARY KEY (model, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX records_of_grant ON records (grant_id) WHERE grant_id IS NOT NULL;
    CREATE UNIQUE INDEX record_of_user_code ON records (model, user_code) WHERE user_code IS NOT NULL;
    CREATE UNIQUE INDEX record_of_uid ON records (model, uid) WHERE uid IS NOT NULL;
    CREATE INDEX records_by_expiry ON records (expires_at) WHERE expires_at IS NOT NULL;

    CREATE TABLE revoked_tokens (
      jti TEXT NOT NULL PRIMARY KEY,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX revoked_tokens_by_expiry ON revoked_tokens (expires_at);
  `,
}
