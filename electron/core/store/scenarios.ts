import type { Origin } from '#shared/model/client.ts'
import type { Kept, OwnScenario, StoredScenario } from '#shared/model/scenario.ts'
import { type DocumentRow, createDocuments } from './documents.ts'
import { collectRows } from './rows.ts'
import { damagedRow, isObject, isText, parseStored } from './stored-json.ts'
import type { ScenarioTable } from './store.ts'
import type { TableContext } from './table-context.ts'

const ORIGIN: Origin = 'management'

/** They may be large and are rarely looked at, so none is remembered. */
export function createScenarioTable(context: TableContext): ScenarioTable {
  const { changes, reportDamage } = context
  const documents = createDocuments(context, { table: 'scenarios', id: 'scenario_id', document: 'definition' })

  return {
    get(id) {
      const row = documents.get(id)
      return row && readScenario(row)
    },
    list() {
      const rows = collectRows(documents.list(), (row) => row.id, readScenario)
      reportDamage(rows)
      return rows.list
    },
    put(scenario) {
      documents.put(scenario.id, scenario, ORIGIN)
      changes.note('scenarios')
    },
    row: documents.get,
    restore(row) {
      documents.restore(row)
      changes.note('scenarios')
    },
    remove(id) {
      const removed = documents.remove(id)
      if (removed) changes.note('scenarios')
      return removed
    },
  }
}

function readScenario({ id, document, createdAt, updatedAt }: DocumentRow): StoredScenario {
  const scenario = parseStored('scenarios', id, document, parseScenario)
  if (scenario.id !== id) throw damagedRow('scenarios', id)
  return { scenario, createdAt, updatedAt }
}

function parseScenario(value: unknown): OwnScenario | undefined {
  return isScenario(value) ? value : undefined
}

function isScenario(value: unknown): value is OwnScenario {
  if (!isObject(value)) return false
  const { id, title, summary, clients, apis, users, settings } = value
  return [id, title, summary].every(isText) && [clients, apis, users].every(isKept) && isObject(settings)
}

function isKept(value: unknown): value is readonly Kept<unknown>[] {
  return Array.isArray(value) && value.every((kept) => isObject(kept) && isObject(kept['entity']))
}
