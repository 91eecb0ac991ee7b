import { ValetKeyError } from '#shared/errors.ts'
import { createRecentRows } from './recent-rows.ts'
import { createRemovedRecords } from './removed-records.ts'
import { storableTime } from './storable-time.ts'
import { isObject, isText, parseJson } from './stored-json.ts'
import type { JsonObject } from './stored-json.ts'
import type { OwnerMember, RecordTable, StoredRecord } from './store.ts'
import type { RemoveExpired } from './sweeper.ts'
import type { TableContext } from './table-context.ts'

interface RecordRow {
  readonly id: string
  readonly payload: string
  readonly consumedAt: number | null
}

type RecordValues = [
  model: string,
  id: string,
  payload: string,
  grantId: string | null,
  userCode: string | null,
  uid: string | null,
  expiresAt: number | null,
  consumedAt: number | null,
]

type NewestValues = [
  model: string,
  before: string,
  clientId: string | null,
  sameClientId: string | null,
  accountId: string | null,
  sameAccountId: string | null,
  limit: number,
]

type PageValues = [
  model: string,
  after: string,
  now: number,
  clientId: string | null,
  sameClientId: string | null,
  accountId: string | null,
  sameAccountId: string | null,
  limit: number,
]

export interface RecordTableParts {
  readonly face: RecordTable
  readonly removeExpired: RemoveExpired
}

const SELECT = 'SELECT id, payload, consumed_at AS consumedAt FROM records'

/**
 * Records that have expired are still found until they are swept: oidc-provider looks at the time itself, and tells
 * "expired" from "unknown" for codes and refresh tokens.
 */
export function createRecordTable({
  connection,
  history,
  now,
}: Pick<TableContext, 'connection' | 'history' | 'now'>): RecordTableParts {
  const byId = connection.read<[model: string, id: string], RecordRow>(`${SELECT} WHERE model = ? AND id = ?`)
  const byUserCode = connection.read<[string, string], RecordRow>(`${SELECT} WHERE model = ? AND user_code = ?`)
  const byUid = connection.read<[string, string], RecordRow>(`${SELECT} WHERE model = ? AND uid = ?`)
  const countModel = connection.read<[string], { count: number }>(
    'SELECT count(*) AS count FROM records WHERE model = ?',
  )
  const live = connection.read<[model: string, now: number], { id: string }>(
    'SELECT id FROM records WHERE model = ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY expires_at, id',
  )
  const page = connection.read<PageValues, RecordRow>(`
    ${SELECT} WHERE model = ? AND id > ? AND (expires_at IS NULL OR expires_at > ?)
      AND (? IS NULL OR payload ->> '$.clientId' = ?) AND (? IS NULL OR payload ->> '$.accountId' = ?)
    ORDER BY id LIMIT ?`)
  const newest = connection.read<NewestValues, RecordRow>(`
    ${SELECT} WHERE model = ? AND id < ?
      AND (? IS NULL OR payload ->> '$.clientId' = ?) AND (? IS NULL OR payload ->> '$.accountId' = ?)
    ORDER BY id DESC LIMIT ?`)
  const countGrant = connection.read<[grantId: string], { model: string; count: number }>(
    'SELECT model, count(*) AS count FROM records WHERE grant_id = ? AND consumed_at IS NULL GROUP BY model',
  )
  // What has been used stays used, also when a copy that was read before that is written back.
  const put = connection.write<RecordValues>(`
    INSERT INTO records (model, id, payload, grant_id, user_code, uid, expires_at, consumed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (model, id) DO UPDATE SET
      payload = excluded.payload, grant_id = excluded.grant_id, user_code = excluded.user_code, uid = excluded.uid,
      expires_at = excluded.expires_at, consumed_at = coalesce(consumed_at, excluded.consumed_at)`)
  const releaseUserCode = connection.write<[model: string, userCode: string | null, exceptId: string]>(
    'UPDATE records SET user_code = NULL WHERE model = ? AND user_code = ? AND id <> ?',
  )
  const releaseUid = connection.write<[model: string, uid: string | null, exceptId: string]>(
    'UPDATE records SET uid = NULL WHERE model = ? AND uid = ? AND id <> ?',
  )
  // One statement that both looks and marks, so that of two callers only one can find it unmarked.
  const consume = connection.write<[consumedAt: number, model: string, id: string]>(
    'UPDATE records SET consumed_at = ? WHERE model = ? AND id = ? AND consumed_at IS NULL',
  )
  const { noteRemoved, restore } = createRemovedRecords(connection, history, now)
  const destroy = connection.write<[model: string, id: string]>('DELETE FROM records WHERE model = ? AND id = ?')
  const destroyGrant = connection.write<[grantId: string]>('DELETE FROM records WHERE grant_id = ?')
  const destroyWhere = connection.write<[model: string, path: string, value: string]>(
    'DELETE FROM records WHERE model = ? AND payload ->> ? = ?',
  )
  const owners = connection.read<[path: string], { readonly owner: string | null }>(
    'SELECT DISTINCT payload ->> ? AS owner FROM records',
  )
  const clear = connection.write<[]>('DELETE FROM records')
  const removeExpired = connection.write<[before: number, limit: number]>(`
    DELETE FROM records WHERE (model, id) IN (SELECT model, id FROM records WHERE expires_at < ? LIMIT ?)`)

  function putAsLastWriter(values: RecordValues): void {
    const [model, id, , , userCode, uid] = values
    connection.transaction(() => {
      if (userCode !== null) releaseUserCode(model, userCode, id)
      if (uid !== null) releaseUid(model, uid, id)
      put(...values)
    })
  }

  const recent = createRecentRows<RecordRow>()
  connection.onUndone(recent.clear)

  /** Rows went that are not known one by one. */
  function afterwardsForgetAll(changes: number): number {
    if (changes > 0) recent.clear()
    return changes
  }

  const face: RecordTable = {
    find: (model, id) =>
      readRecord(
        model,
        recent.read(model, id, () => byId.get(model, id)),
      ),
    findByUserCode: (model, userCode) => readRecord(model, byUserCode.get(model, userCode)),
    findByUid: (model, uid) =>
      readRecord(
        model,
        recent.read(model, uidKey(uid), () => byUid.get(model, uid)),
      ),
    upsert(model, id, payload, expiresAt) {
      const values = recordValues(model, id, payload, expiresAt)
      recent.forget(model, id)
      if (values[5] !== null) recent.forget(model, uidKey(values[5]))
      // A user code belongs to the last record that was written with it, and a session's uid likewise.
      if (values[4] === null && values[5] === null) put(...values)
      else putAsLastWriter(values)
    },
    consume(model, id) {
      recent.forget(model, id)
      return consume(now(), model, id) === 1
    },
    destroy(model, id) {
      recent.forget(model, id)
      noteRemoved('model = ? AND id = ?', model, id)
      destroy(model, id)
    },
    destroyByGrantId(grantId) {
      noteRemoved('grant_id = ?', grantId)
      return afterwardsForgetAll(destroyGrant(grantId))
    },
    count: (model) => countModel.get(model)?.count ?? 0,
    listIds: (model) => live.all(model, now()).map(({ id }) => id),
    list: (model, { after = '', limit, clientId = null, accountId = null }) =>
      page.all(model, after, now(), clientId, clientId, accountId, accountId, limit).flatMap((row) => {
        const payload = parseJson(row.payload)
        // One unreadable row must not hide the others.
        return isObject(payload) ? [{ id: row.id, payload }] : []
      }),
    newest: (model, { before = LAST_ID, limit, clientId = null, accountId = null }) =>
      newest.all(model, before, clientId, clientId, accountId, accountId, limit).flatMap((row) => {
        const payload = parseJson(row.payload)
        return isObject(payload) ? [{ id: row.id, payload, consumedAt: row.consumedAt ?? undefined }] : []
      }),
    countByGrantId: (grantId) => Object.fromEntries(countGrant.all(grantId).map(({ model, count }) => [model, count])),
    destroyWhere(model, member: OwnerMember, value) {
      noteRemoved('model = ? AND payload ->> ? = ?', model, `$.${member}`, value)
      return afterwardsForgetAll(destroyWhere(model, `$.${member}`, value))
    },
    owners: (member) => new Set(owners.all(`$.${member}`).flatMap(({ owner }) => owner ?? [])),
    clear: () => afterwardsForgetAll(clear()),
    restore: (noted) => afterwardsForgetAll(restore(noted)),
  }

  return { face, removeExpired: (before, limit) => afterwardsForgetAll(removeExpired(before, limit)) }
}

/** Behind every id: those are ASCII. */
const LAST_ID = '\u{10FFFF}'

/** Beside the ids, in which no `=` stands. */
function uidKey(uid: string): string {
  return `uid=${uid}`
}

function recordValues(model: string, id: string, payload: JsonObject, expiresAt: number | undefined): RecordValues {
  const { userCode, uid, consumed } = payload
  return [
    model,
    id,
    JSON.stringify(payload),
    grantOf(model, payload),
    isText(userCode) ? userCode : null,
    isText(uid) ? uid : null,
    expiresAt === undefined ? null : storableTime(expiresAt),
    typeof consumed === 'number' ? storableTime(consumed) : null,
  ]
}

/** An interaction only names the grant that it may add to; revoking that grant must not end a sign-in in flight. */
function grantOf(model: string, { grantId }: JsonObject): string | null {
  return isText(grantId) && model !== 'Interaction' ? grantId : null
}

function readRecord(model: string, row: RecordRow | undefined): StoredRecord | undefined {
  if (row === undefined) return undefined
  const payload = parseJson(row.payload)
  if (!isObject(payload)) throw damagedRecord(model, row.id)
  return { payload, consumedAt: row.consumedAt ?? undefined }
}

/** The id of an access token is the token itself, so a message shows only how it begins. */
function damagedRecord(model: string, id: string): ValetKeyError {
  const shown = id.length > 8 ? `${id.slice(0, 6)}…` : id
  const message =
    `The ${model} ${JSON.stringify(shown)} in the table "records" cannot be read: it is not what Valet Key once wrote ` +
    'there. Sign in again to get a new one; nothing else is affected.'
  return new ValetKeyError('store_damaged_row', message, { detail: { table: 'records', model, id: shown } })
}
