import type { Database } from '../database.ts'

/** To which sign-in a value belongs, and to whom it was given. */
export interface SignInKey {
  readonly signIn: string
  readonly client_id?: string | undefined
  readonly user?: string | undefined
}

export interface KeyTable {
  /** Undefined also for a key that several sign-ins share. */
  findKey(key: string): SignInKey | undefined
  /** Who got it last has it: short codes come again. */
  rememberKey(key: string, owner: SignInKey, exchange: number): void
  /** A key that identifies a sign-in as long as no other has it too. */
  shareKey(key: string, owner: SignInKey, exchange: number): void
  forgetKey(key: string): void
  /** Keys of exchanges that are gone, when as many again have come since. */
  removeUnused(maxCount: number): void
}

interface Row {
  readonly sign_in: string
  readonly client_id: string | null
  readonly user: string | null
}

const SHARED = ''

export function createKeyTable(database: Database): KeyTable {
  const find = database.prepare<[string], Row>('SELECT sign_in, client_id, user FROM sign_in_keys WHERE key = ?')
  const remember = database.prepare(
    'INSERT OR REPLACE INTO sign_in_keys (key, sign_in, client_id, user, exchange) VALUES (?, ?, ?, ?, ?)',
  )
  const share = database.prepare(
    `INSERT INTO sign_in_keys (key, sign_in, client_id, user, exchange) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET exchange = excluded.exchange,
       sign_in = CASE WHEN sign_in = excluded.sign_in THEN sign_in ELSE '${SHARED}' END`,
  )
  const forget = database.prepare('DELETE FROM sign_in_keys WHERE key = ?')
  const removeUnused = database.prepare(
    `DELETE FROM sign_in_keys WHERE exchange < (SELECT seq FROM sqlite_sequence WHERE name = 'exchanges') - 2 * ?`,
  )
  const values = (key: string, { signIn, client_id, user }: SignInKey, exchange: number) =>
    [key, signIn, client_id ?? null, user ?? null, exchange] as const

  return {
    findKey(key) {
      const row = find.get(key)
      if (row === undefined || row.sign_in === SHARED) return undefined
      return { signIn: row.sign_in, client_id: row.client_id ?? undefined, user: row.user ?? undefined }
    },
    rememberKey: (key, owner, exchange) => void remember.run(...values(key, owner, exchange)),
    shareKey: (key, owner, exchange) => void share.run(...values(key, owner, exchange)),
    forgetKey: (key) => void forget.run(key),
    removeUnused: (maxCount) => void removeUnused.run(maxCount),
  }
}
