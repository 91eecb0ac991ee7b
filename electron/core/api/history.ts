import { isDeepStrictEqual } from 'node:util'

import type { HistoryChange, HistoryEntry, HistoryPart } from '#shared/contract/calls/history.ts'
import type { SigningKey } from '#shared/model/key.ts'
import type { Settings } from '#shared/model/settings.ts'

import type { DocumentRow } from '../store/documents.ts'
import { type HistoryRow, isSame } from '../store/history.ts'
import type { Store } from '../store/store.ts'
import { parseJson } from '../store/stored-json.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { conflict, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { objectOf } from './object-of.ts'
import { dropDeadReferences } from './references.ts'
import { revokeOfApi, revokeOfClient, revokeOfUser } from './revoke.ts'
import { applyRetention } from './settings.ts'

const DEFAULT_LIMIT = 50
const MOST_PARTS_LISTED = 20
const MOST_PARTS = 500

type EntityRow = HistoryRow & { readonly kind: HistoryPart['kind'] }

export function historyHandlers({ store, recorder, address }: ApiDependencies): Handlers<'history'> {
  function find(id: string): readonly HistoryRow[] {
    const rows = store.history.ofBatch(id)
    if (rows.length > 0) return rows
    throw notFound('change', id, 'It may have been forgotten: only the last ones are kept.')
  }

  return {
    'history.list': ({ kind, entity, before, limit = DEFAULT_LIMIT }) => {
      const batches = store.history.listBatches({ kind, entity, before, limit: limit + 1 })
      const shown = batches.slice(0, limit)
      const next = batches.length > limit ? shown.at(-1) : undefined
      return {
        items: shown.map((batch) => showEntry(store.history.ofBatch(batch))),
        ...(next !== undefined && { next }),
      }
    },
    'history.get': ({ id }) => ({ value: showChange(find(id)) }),
    'history.putBack': async ({ id, force = false }) => {
      const rows = find(id)
      const before = store.settings.get()
      const result = await commit(store, () => {
        if (!force) assertUnchanged(store, rows)
        const restored = rows.toReversed().reduce((sum, row) => sum + putBack(store, address, row), 0)
        dropDeadReferences(store)
        return { restored: rows.filter(isEntity).length, records: restored }
      })
      applyRetention(recorder, before, store.settings.get())
      return result
    },
  }
}

/** Of several changes of one entity in one deed the last says how it was left. */
function assertUnchanged(store: Store, rows: readonly HistoryRow[]): void {
  const last = new Map(rows.filter(isEntity).map((row) => [`${row.kind} ${row.entity}`, row]))
  const changed = [...last.values()].filter(({ kind, entity, after }) => !isSame(currentOf(store, kind, entity), after))
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

function isEntity(row: HistoryRow): row is EntityRow {
  return row.kind !== 'records'
}

function showEntry(rows: readonly HistoryRow[]): HistoryEntry {
  return { ...summarise(rows), parts: rows.filter(isEntity).slice(0, MOST_PARTS_LISTED).map(showPart) }
}

function showChange(rows: readonly HistoryRow[]): HistoryChange {
  const parts = rows
    .filter(isEntity)
    .slice(0, MOST_PARTS)
    .map((row) => ({ ...showPart(row), before: showState(row.before), after: showState(row.after) }))
  return { ...summarise(rows), parts }
}

function summarise(rows: readonly HistoryRow[]) {
  const [first] = rows
  if (first === undefined) throw new Error('a change without a row')
  const { batch, at, door, call } = first
  const ended = rows.filter((row) => !isEntity(row)).map(({ before }) => parseJson(before ?? '[]'))
  const records = ended.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
  return { id: batch, at, door, call, count: rows.length - ended.length, records }
}

function showPart({ kind, entity, before, after }: EntityRow): HistoryPart {
  const action = before === undefined ? 'created' : after === undefined ? 'removed' : 'changed'
  const members = action === 'changed' ? membersThatDiffer(contentOf(before), contentOf(after)) : []
  return { kind, id: entity, action, members }
}

function membersThatDiffer(before: Content, after: Content): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name])).toSorted()
}

type Content = Readonly<Record<string, unknown>>

/** A row of a table of documents holds its entity as text; keys and settings are their own content. */
function contentOf(text: string | undefined): Content {
  const value = objectOf(parseJson(text ?? '{}'))
  return typeof value['document'] === 'string' ? objectOf(parseJson(value['document'])) : value
}

const SECRET_MEMBERS: ReadonlySet<string> = new Set(['client_secret', 'password', 'secondFactor', 'jwk'])

function showState(text: string | undefined): Content | undefined {
  if (text === undefined) return undefined
  return Object.fromEntries(Object.entries(contentOf(text)).filter(([member]) => !SECRET_MEMBERS.has(member)))
}
