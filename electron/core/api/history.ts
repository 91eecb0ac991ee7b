import type { HistoryChange, HistoryEntry } from '#shared/contract/calls/history.ts'
import type { SigningKey } from '#shared/model/key.ts'
import type { Settings } from '#shared/model/settings.ts'

import type { DocumentRow } from '../store/documents.ts'
import { type HistoryRow, isSame } from '../store/history.ts'
import type { Store } from '../store/store.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { conflict, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { dropDeadReferences } from './references.ts'
import { revokeOfApi, revokeOfClient, revokeOfUser } from './revoke.ts'
import { applyRetention } from './settings.ts'
import { type EntityRow, isEntity, mergeRows, showPart, showPlan, showWholeParts } from './show-changes.ts'

const DEFAULT_LIMIT = 50
const MOST_PARTS_LISTED = 20

export function historyHandlers({ store, recorder, address }: ApiDependencies): Handlers<'history'> {
  function find(id: string): readonly HistoryRow[] {
    const rows = store.history.ofBatch(id)
    if (rows.length > 0) return rows
    throw notFound('change', id, 'It may have been forgotten: only the last ones are kept.')
  }

  return {
    'history.list': ({ limit = DEFAULT_LIMIT, ...filter }) => {
      const batches = store.history.listBatches({ ...filter, limit: limit + 1 })
      const shown = batches.slice(0, limit)
      const next = batches.length > limit ? shown.at(-1) : undefined
      return {
        items: shown.flatMap((batch) => showEntry(store, batch)),
        ...(next !== undefined && { next }),
      }
    },
    'history.get': ({ id }) => ({ value: showChange(store, find(id)) }),
    'history.effect': ({ id }) => {
      const rows = find(id)
      const conflicts = listChangedSince(store, rows).map(({ kind, entity }) => ({ kind, id: entity }))
      const plan = store.rehearse(() => {
        const records = putAllBack(store, address, rows)
        return showPlan(store.history.ofBatch(store.history.current() ?? ''), records)
      })
      return { plan, conflicts }
    },
    'history.putBack': async ({ id, force = false }) => {
      const rows = find(id)
      const before = store.settings.get()
      const result = await commit(store, () => {
        if (!force) assertUnchanged(store, rows)
        return { restored: rows.filter(isEntity).length, records: putAllBack(store, address, rows) }
      })
      applyRetention(recorder, before, store.settings.get())
      return result
    },
  }
}

/** The last change first, as it was made; says how many records came back. */
function putAllBack(store: Store, issuer: string, rows: readonly HistoryRow[]): number {
  const records = rows.toReversed().reduce((sum, row) => sum + putBack(store, issuer, row), 0)
  dropDeadReferences(store)
  return records
}

/** Of several changes of one entity in one deed the last says how it was left. */
function listChangedSince(store: Store, rows: readonly HistoryRow[]): readonly EntityRow[] {
  const last = new Map(rows.filter(isEntity).map((row) => [`${row.kind} ${row.entity}`, row]))
  return [...last.values()].filter(({ kind, entity, after }) => !isSame(currentOf(store, kind, entity), after))
}

function assertUnchanged(store: Store, rows: readonly HistoryRow[]): void {
  const changed = listChangedSince(store, rows)
  if (changed.length === 0) return
  const names = changed.slice(0, 5).map(({ kind, entity }) => (kind === 'settings' ? 'the settings' : entity))
  const more = changed.length > 5 ? ` and ${changed.length - 5} more` : ''
  throw conflict(
    `Something has been changed again since: ${names.join(', ')}${more}. Look at it first, or put it back all the same with force.`,
  )
}

function currentOf(store: Store, kind: EntityRow['kind'], entity: string): string | undefined {
  const value = kind === 'settings' ? store.settings.get() : kind === 'keys' ? store.keys.get(entity) : undefined
  if (kind === 'settings' || kind === 'keys') return value === undefined ? undefined : JSON.stringify(value)
  const row = store[kind].row(entity)
  return row === undefined ? undefined : JSON.stringify(row)
}

/** How many records came back with it. */
function putBack(store: Store, issuer: string, row: HistoryRow): number {
  const { kind, entity, before } = row
  if (kind === 'records') return before === undefined ? 0 : store.records.restore(before)
  if (before === undefined) remove(store, issuer, kind, entity)
  // As the store itself wrote it, read back by the store itself.
  else if (kind === 'settings') store.settings.put(JSON.parse(before) as Settings)
  else if (kind === 'keys') store.keys.put(JSON.parse(before) as SigningKey)
  else store[kind].restore(JSON.parse(before) as DocumentRow)
  return 0
}

function remove(store: Store, issuer: string, kind: EntityRow['kind'], entity: string): void {
  if (kind === 'settings') return
  store[kind].remove(entity)
  if (kind === 'clients') revokeOfClient(store, entity)
  if (kind === 'users') revokeOfUser(store, entity)
  if (kind === 'apis') revokeOfApi(store, issuer, entity)
}

function showEntry(store: Store, id: string): HistoryEntry[] {
  const parts = store.history.firstParts(id, MOST_PARTS_LISTED).filter(isEntity).map(showPart)
  return summarise(store, id).map((summary) => ({ ...summary, parts }))
}

function showChange(store: Store, rows: readonly HistoryRow[]): HistoryChange {
  const [summary] = summarise(store, rows[0]?.batch ?? '')
  if (summary === undefined) throw new Error('a change without a row')
  return { ...summary, parts: showWholeParts(mergeRows(rows)) }
}

function summarise(store: Store, id: string) {
  const summary = store.history.summary(id)
  if (summary === undefined) return []
  const { batch, at, door, call, count, records } = summary
  return [{ id: batch, at, door, call, count, records }]
}
