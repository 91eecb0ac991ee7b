import type { Client, ClientMetadata, Origin } from '#shared/model/client.ts'
import { createDocuments } from './documents.ts'
import type { DocumentRow } from './documents.ts'
import { createRemembered } from './remembered.ts'
import { collectRows } from './rows.ts'
import { damagedRow, isObject, isText, parseStored } from './stored-json.ts'
import type { ClientTable } from './store.ts'
import type { TableContext } from './table-context.ts'

/** Every request asks for its client, so those asked for last are remembered; registration makes clients without end. */
export function createClientTable(context: TableContext): ClientTable {
  const { connection, changes, reportDamage } = context
  const documents = createDocuments(context, { table: 'clients', id: 'client_id', document: 'metadata' })
  const remembered = createRemembered(readOne)
  connection.onUndone(remembered.clear)

  function readOne(id: string): Client | undefined {
    const row = documents.get(id)
    return row && readClient(row)
  }

  return {
    get: remembered.get,
    list() {
      const rows = collectRows(documents.list(), (row) => row.id, readClient)
      reportDamage(rows)
      return rows.list
    },
    put(metadata, origin) {
      documents.put(metadata.client_id, metadata, origin)
      remembered.forget(metadata.client_id)
      changes.note('clients')
    },
    row: documents.get,
    restore(row) {
      documents.restore(row)
      remembered.forget(row.id)
      changes.note('clients')
    },
    remove(id) {
      const removed = documents.remove(id)
      remembered.forget(id)
      if (removed) changes.note('clients')
      return removed
    },
  }
}

function readClient({ id, document, origin, createdAt, updatedAt }: DocumentRow): Client {
  if (!isOrigin(origin)) throw damagedRow('clients', id)
  const metadata = parseStored('clients', id, document, parseMetadata)
  if (metadata.client_id !== id) throw damagedRow('clients', id)
  return { metadata, origin, createdAt, updatedAt }
}

function parseMetadata(value: unknown): ClientMetadata | undefined {
  return isMetadata(value) ? value : undefined
}

/** Whether the rest of it makes a client is for the issuer to say, with its reason, when the client is used. */
function isMetadata(value: unknown): value is ClientMetadata {
  if (!isObject(value) || !isText(value['client_id'])) return false
  return value['valetkey'] === undefined || isObject(value['valetkey'])
}

function isOrigin(text: string): text is Origin {
  return ['config', 'management', 'dynamic', 'permissive'].includes(text) || text.startsWith('scenario:')
}
