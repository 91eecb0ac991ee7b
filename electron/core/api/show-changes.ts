/** Rows of the history as the calls show them: without secrets, each entity once. */
import { isDeepStrictEqual } from 'node:util'

import type { ChangePlan, HistoryPart, WholePart } from '#shared/contract/calls/history.ts'
import type { Revoked } from '#shared/contract/calls/common.ts'

import { type HistoryRow, isSame } from '../store/history.ts'
import { parseJson } from '../store/stored-json.ts'
import { objectOf } from './object-of.ts'

const MOST_PARTS = 500

export type EntityRow = HistoryRow & { readonly kind: HistoryPart['kind'] }

export function isEntity(row: HistoryRow): row is EntityRow {
  return row.kind !== 'records'
}

/** What the deed that is being rehearsed has changed so far. */
export function showPlan(rows: readonly HistoryRow[], restored = 0): ChangePlan {
  const entities = mergeRows(rows)
  return { count: entities.length, parts: showWholeParts(entities), ended: countEnded(rows), restored }
}

export function showWholeParts(entities: readonly EntityRow[]): WholePart[] {
  return entities.slice(0, MOST_PARTS).map((row) => ({
    ...showPart(row),
    before: showState(row.kind, row.before),
    after: showState(row.kind, row.after),
  }))
}

/** Of several changes of one entity in one deed: from how it was before the first to how it is after the last. */
export function mergeRows(rows: readonly HistoryRow[]): readonly EntityRow[] {
  const merged = new Map<string, EntityRow>()
  for (const row of rows.filter(isEntity)) {
    const key = `${row.kind} ${row.entity}`
    const first = merged.get(key)
    merged.set(key, first === undefined ? row : { ...row, before: first.before })
  }
  return [...merged.values()].filter(({ before, after }) => !isSame(before, after))
}

export function showPart({ kind, entity, before, after }: EntityRow): HistoryPart {
  const action = before === undefined ? 'created' : after === undefined ? 'removed' : 'changed'
  const members = action === 'changed' ? membersThatDiffer(contentOf(before), contentOf(after)) : []
  return { kind, id: entity, action, members }
}

/** By what they were: a grant's tokens are counted apart from it. */
function countEnded(rows: readonly HistoryRow[]): Revoked {
  const models = rows.filter((row) => !isEntity(row)).flatMap(({ before }) => modelsIn(before))
  const [grants, sessions] = ['Grant', 'Session'].map((model) => models.filter((one) => one === model).length)
  return { grants: grants ?? 0, sessions: sessions ?? 0, tokens: models.length - (grants ?? 0) - (sessions ?? 0) }
}

function modelsIn(noted: string | undefined): readonly unknown[] {
  const records = parseJson(noted ?? '[]')
  return Array.isArray(records) ? records.map((record) => objectOf(record)['model']) : []
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

function showState(kind: EntityRow['kind'], text: string | undefined): Content | undefined {
  if (text === undefined) return undefined
  if (kind === 'scenarios') return showContents(contentOf(text))
  return Object.fromEntries(Object.entries(contentOf(text)).filter(([member]) => !SECRET_MEMBERS.has(member)))
}

/** A scenario has the secrets of all that is in it, so only names are shown. */
function showContents({ title, summary, clients, apis, users }: Content): Content {
  return {
    title,
    summary,
    clients: idsOf(clients, 'client_id'),
    apis: idsOf(apis, 'identifier'),
    users: idsOf(users, 'username'),
  }
}

function idsOf(kept: unknown, member: string): readonly unknown[] {
  return Array.isArray(kept) ? kept.map((one) => objectOf(objectOf(one)['entity'])[member]) : []
}
