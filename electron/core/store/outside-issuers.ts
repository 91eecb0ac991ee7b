import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import { collectRows } from './rows.ts'
import { damagedRow, isObject, isText, parseStored } from './stored-json.ts'
import type { OutsideIssuerTable } from './store.ts'
import type { TableContext } from './table-context.ts'

const TABLE = 'outside_issuers'

interface Row {
  readonly id: string
  readonly document: string
}

type PutValues = [id: string, document: string, createdAt: number, updatedAt: number]

export function createOutsideIssuerTable({ connection, changes, reportDamage, now }: TableContext): OutsideIssuerTable {
  const one = connection.read<[id: string], Row>('SELECT id, document FROM outside_issuers WHERE id = ?')
  const all = connection.read<[], Row>('SELECT id, document FROM outside_issuers ORDER BY rowid')
  const put = connection.write<PutValues>(`
    INSERT INTO outside_issuers (id, document, created_at, updated_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at`)
  const remove = connection.write<[id: string]>('DELETE FROM outside_issuers WHERE id = ?')

  return {
    get(id) {
      const row = one.get(id)
      return row && readIssuer(row)
    },
    list() {
      const rows = collectRows(all.all(), ({ id }) => id, readIssuer)
      reportDamage(rows)
      return rows.list
    },
    put(issuer) {
      const time = now()
      put(issuer.id, JSON.stringify(issuer), time, time)
      changes.note('issuers')
    },
    remove(id) {
      const removed = remove(id) > 0
      if (removed) changes.note('issuers')
      return removed
    },
  }
}

function readIssuer({ id, document }: Row): OutsideIssuer {
  const issuer = parseStored(TABLE, id, document, (value) => (isIssuer(value) ? value : undefined))
  if (issuer.id !== id) throw damagedRow(TABLE, id)
  return issuer
}

function isIssuer(value: unknown): value is OutsideIssuer {
  if (!isObject(value)) return false
  const { id, name, issuer, discovery, metadata, clients } = value
  return (
    [id, name, issuer, discovery].every(isText) &&
    isObject(metadata) &&
    Array.isArray(clients) &&
    clients.every((client) => isObject(client) && isText(client['client_id']))
  )
}
