import { storableTime } from './storable-time.ts'
import type { RemoveExpired } from './sweeper.ts'
import type { Store } from './store.ts'
import type { TableContext } from './table-context.ts'

export interface RevokedTokenTable {
  readonly face: Store['revokedTokens']
  readonly removeExpired: RemoveExpired
}

export function createRevokedTokenTable({ connection }: Pick<TableContext, 'connection'>): RevokedTokenTable {
  const one = connection.read<[jti: string], { readonly found: 1 }>(
    'SELECT 1 AS found FROM revoked_tokens WHERE jti = ?',
  )
  const add = connection.write<[jti: string, expiresAt: number]>(`
    INSERT INTO revoked_tokens (jti, expires_at) VALUES (?, ?)
    ON CONFLICT (jti) DO UPDATE SET expires_at = max(expires_at, excluded.expires_at)`)
  const removeExpired = connection.write<[before: number, limit: number]>(`
    DELETE FROM revoked_tokens WHERE jti IN (SELECT jti FROM revoked_tokens WHERE expires_at < ? LIMIT ?)`)

  return {
    face: {
      has: (jti) => one.get(jti) !== undefined,
      add: (jti, expiresAt) => void add(jti, storableTime(expiresAt)),
    },
    removeExpired,
  }
}
