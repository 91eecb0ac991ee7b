import { SIGNING_ALGS } from '#shared/model/key.ts'
import type { Jwk, KeyState, SigningAlg, SigningKey } from '#shared/model/key.ts'
import { collectRows, pickRow } from './rows.ts'
import type { Rows } from './rows.ts'
import { damagedRow, isObject, isText, parseStored } from './stored-json.ts'
import type { KeyTable } from './store.ts'
import type { TableContext } from './table-context.ts'

interface KeyRow {
  readonly kid: string
  readonly alg: string
  readonly jwk: string
  readonly state: string
  readonly createdAt: number
  readonly retiresAt: number | null
}

type KeyValues = [kid: string, alg: string, jwk: string, state: string, createdAt: number, retiresAt: number | null]

const COLUMNS = 'kid, alg, jwk, state, created_at AS createdAt, retires_at AS retiresAt'

/** Listed with the newest first, since the issuer signs with the first key that fits. All of them are remembered. */
export function createKeyTable({ connection, changes, history, reportDamage }: TableContext): KeyTable {
  const all = connection.read<[], KeyRow>(`SELECT ${COLUMNS} FROM keys ORDER BY created_at DESC, rowid DESC`)
  const remove = connection.write<[kid: string]>('DELETE FROM keys WHERE kid = ?')
  const put = connection.write<KeyValues>(`
    INSERT INTO keys (kid, alg, jwk, state, created_at, retires_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (kid) DO UPDATE SET
      alg = excluded.alg, jwk = excluded.jwk, state = excluded.state, retires_at = excluded.retires_at`)
  let remembered: Rows<SigningKey> | undefined
  connection.onUndone(() => void (remembered = undefined))

  function load(): Rows<SigningKey> {
    if (remembered !== undefined) return remembered
    remembered = collectRows(all.all(), (row) => row.kid, readKey)
    reportDamage(remembered)
    return remembered
  }

  function changed(): void {
    remembered = undefined
    changes.note('keys')
  }

  function note(kid: string, after: SigningKey | undefined): void {
    if (!history.isNoting()) return
    const before = load().list.find((key) => key.kid === kid)
    history.note({ kind: 'keys', entity: kid, before: textOf(before), after: textOf(after) })
  }

  return {
    get: (kid) => pickRow(load(), kid),
    list: () => load().list,
    put(key) {
      const { kid, alg, jwk, state, createdAt, retiresAt } = key
      note(kid, key)
      put(
        kid,
        alg,
        JSON.stringify(jwk),
        state,
        Math.ceil(createdAt),
        retiresAt === undefined ? null : Math.ceil(retiresAt),
      )
      changed()
    },
    remove(kid) {
      note(kid, undefined)
      const removed = remove(kid) > 0
      if (removed) changed()
      return removed
    },
  }
}

function readKey({ kid, alg, jwk, state, createdAt, retiresAt }: KeyRow): SigningKey {
  if (!isSigningAlg(alg) || !isKeyState(state)) throw damagedRow('keys', kid)
  const key = { kid, alg, jwk: parseStored('keys', kid, jwk, parseJwk), state, createdAt }
  return retiresAt === null ? key : { ...key, retiresAt }
}

function parseJwk(value: unknown): Jwk | undefined {
  return isJwk(value) ? value : undefined
}

function isJwk(value: unknown): value is Jwk {
  return isObject(value) && isText(value['kty'])
}

function isSigningAlg(text: string): text is SigningAlg {
  return SIGNING_ALGS.some((alg) => alg === text)
}

function isKeyState(text: string): text is KeyState {
  return text === 'active' || text === 'retiring'
}

function textOf(key: SigningKey | undefined): string | undefined {
  return key === undefined ? undefined : JSON.stringify(key)
}
