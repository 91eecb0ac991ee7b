import type { Database } from '../database.ts'
import type { NewExchange } from './traffic-store.ts'

/** When a client was heard of last, in milliseconds since the epoch. */
export interface ClientUse {
  readonly client_id: string
  readonly at: number
  readonly tokenAt?: number | undefined
}

export interface ClientUses {
  note(exchange: NewExchange): void
  list(): readonly ClientUse[]
  /** Whoever asks can name what it likes: of names that were used long ago no more than some are kept. */
  prune(): void
}

const MOST = 20_000

interface Row {
  readonly client_id: string
  readonly last_at: number
  readonly token_at: number | null
}

/** Outlives the exchanges that it is learnt from. */
export function createClientUses(database: Database): ClientUses {
  const put = database.prepare(
    `INSERT INTO client_uses (client_id, last_at, token_at) VALUES (?, ?, ?)
     ON CONFLICT (client_id) DO UPDATE SET last_at = max(last_at, excluded.last_at),
       token_at = coalesce(max(token_at, excluded.token_at), token_at, excluded.token_at)`,
  )
  const all = database.prepare<[], Row>('SELECT client_id, last_at, token_at FROM client_uses')
  const prune = database.prepare(
    `DELETE FROM client_uses WHERE (SELECT count(*) FROM client_uses) > ${MOST} AND client_id NOT IN
       (SELECT client_id FROM client_uses ORDER BY last_at DESC LIMIT ${MOST})`,
  )

  return {
    note({ client_id, direction, mark, endpoint, status, startedAt }) {
      if (client_id === undefined || direction !== 'in' || mark?.kind === 'imported') return
      put.run(client_id, startedAt, endpoint === 'token' && status === 200 ? startedAt : null)
    },
    list: () =>
      all.all().map(({ client_id, last_at, token_at }) => ({
        client_id,
        at: last_at,
        ...(token_at !== null && { tokenAt: token_at }),
      })),
    prune: () => void prune.run(),
  }
}
