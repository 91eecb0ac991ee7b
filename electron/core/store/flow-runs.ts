import type { FlowRun, RunSummary } from '#shared/model/flow-run.ts'

import { collectRows } from './rows.ts'
import { damagedRow, isObject, isText, parseStored } from './stored-json.ts'
import type { FlowRunTable, KeptRun } from './store.ts'
import type { TableContext } from './table-context.ts'

const TABLE = 'flow_runs'

interface Row {
  readonly id: string
  readonly text: string
}

export function createFlowRunTable({ connection, reportDamage }: TableContext): FlowRunTable {
  const one = connection.read<[id: string], Row>('SELECT id, document AS text FROM flow_runs WHERE id = ?')
  const all = connection.read<[], Row>('SELECT id, summary AS text FROM flow_runs ORDER BY rowid DESC')
  const count = connection.read<[], { readonly count: number }>('SELECT count(*) AS count FROM flow_runs')
  const put = connection.write<[id: string, summary: string, document: string, createdAt: number]>(`
    INSERT INTO flow_runs (id, summary, document, created_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET summary = excluded.summary, document = excluded.document`)
  const remove = connection.write<[id: string]>('DELETE FROM flow_runs WHERE id = ?')

  return {
    get(id) {
      const row = one.get(id)
      return row && readRun(row)
    },
    list() {
      const rows = collectRows(all.all(), ({ id }) => id, readSummary)
      reportDamage(rows)
      return rows.list
    },
    count: () => count.get()?.count ?? 0,
    put: (kept) => void put(kept.run.id, JSON.stringify(summarise(kept.run)), JSON.stringify(kept), kept.run.createdAt),
    remove: (id) => remove(id) > 0,
  }
}

function summarise({ id, flow, choice, state, createdAt, position }: FlowRun): RunSummary {
  return { id, flow, choice, state, createdAt, position }
}

function readSummary({ id, text }: Row): RunSummary {
  return parseStored(TABLE, id, text, (value) => (isSummary(value) ? value : undefined))
}

function readRun({ id, text }: Row): KeptRun {
  const kept = parseStored(TABLE, id, text, (value) => (isKeptRun(value) ? value : undefined))
  if (kept.run.id !== id) throw damagedRow(TABLE, id)
  return kept
}

function isKeptRun(value: unknown): value is KeptRun {
  if (!isObject(value)) return false
  const { run, learned, signIns } = value
  return isObject(learned) && isObject(signIns) && isSummary(run) && Array.isArray((run as Partial<FlowRun>).steps)
}

function isSummary(value: unknown): value is RunSummary {
  return isObject(value) && isText(value['id']) && isText(value['flow']) && isObject(value['choice'])
}
