import type { Api } from '#shared/model/api.ts'
import { SIGNING_ALGS } from '#shared/model/key.ts'
import { createDocuments } from './documents.ts'
import type { DocumentRow } from './documents.ts'
import { collectRows, pickRow } from './rows.ts'
import type { Rows } from './rows.ts'
import { damagedRow, isObject, isText, parseStored } from './stored-json.ts'
import type { ApiTable } from './store.ts'
import type { TableContext } from './table-context.ts'

/** All of them are remembered: nearly every request asks which scopes exist. */
export function createApiTable(context: TableContext): ApiTable {
  const { connection, changes, reportDamage } = context
  const documents = createDocuments(context, { table: 'apis', id: 'identifier', document: 'definition' })
  let remembered: Rows<Api> | undefined
  connection.onUndone(() => void (remembered = undefined))

  function load(): Rows<Api> {
    if (remembered !== undefined) return remembered
    remembered = collectRows(documents.list(), (row) => row.id, readApi)
    reportDamage(remembered)
    return remembered
  }

  function changed(): void {
    remembered = undefined
    changes.note('apis')
  }

  return {
    get: (id) => pickRow(load(), id),
    list: () => load().list,
    put(api, origin) {
      documents.put(api.identifier, api, origin)
      changed()
    },
    row: documents.get,
    restore(row) {
      documents.restore(row)
      changed()
    },
    remove(id) {
      const removed = documents.remove(id)
      if (removed) changed()
      return removed
    },
  }
}

function readApi({ id, document }: DocumentRow): Api {
  const api = parseStored('apis', id, document, parseApi)
  if (api.identifier !== id) throw damagedRow('apis', id)
  return api
}

function parseApi(value: unknown): Api | undefined {
  return isApi(value) ? value : undefined
}

function isApi(value: unknown): value is Api {
  if (!isObject(value)) return false
  const { identifier, name, tokenFormat, signingAlg, tokenLifetime, scopes, authorizationDetailsTypes } = value
  return (
    isText(identifier) &&
    isText(name) &&
    (tokenFormat === 'jwt' || tokenFormat === 'opaque') &&
    SIGNING_ALGS.some((alg) => alg === signingAlg) &&
    typeof tokenLifetime === 'number' &&
    Array.isArray(scopes) &&
    scopes.every((scope) => isObject(scope) && isText(scope['name'])) &&
    Array.isArray(authorizationDetailsTypes) &&
    authorizationDetailsTypes.every(isText)
  )
}
