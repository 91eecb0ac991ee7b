import type { User } from '#shared/model/user.ts'
import { createDocuments } from './documents.ts'
import type { DocumentRow } from './documents.ts'
import { createRemembered } from './remembered.ts'
import { collectRows } from './rows.ts'
import { damagedRow, isObject, isText, parseStored } from './stored-json.ts'
import type { UserTable } from './store.ts'
import type { TableContext } from './table-context.ts'

export function createUserTable(context: TableContext): UserTable {
  const { connection, changes, reportDamage } = context
  const documents = createDocuments(context, { table: 'users', id: 'username', document: 'definition' })
  const remembered = createRemembered(readOne)
  connection.onUndone(remembered.clear)

  function readOne(id: string): User | undefined {
    const row = documents.get(id)
    return row && readUser(row)
  }

  return {
    get: remembered.get,
    list() {
      const rows = collectRows(documents.list(), (row) => row.id, readUser)
      reportDamage(rows)
      return rows.list
    },
    put(user, origin) {
      documents.put(user.username, user, origin)
      remembered.forget(user.username)
      changes.note('users')
    },
    row: documents.get,
    restore(row) {
      documents.restore(row)
      remembered.forget(row.id)
      changes.note('users')
    },
    remove(id) {
      const removed = documents.remove(id)
      remembered.forget(id)
      if (removed) changes.note('users')
      return removed
    },
  }
}

function readUser({ id, document }: DocumentRow): User {
  const user = parseStored('users', id, document, parseUser)
  if (user.username !== id) throw damagedRow('users', id)
  return user
}

function parseUser(value: unknown): User | undefined {
  return isUser(value) ? value : undefined
}

function isUser(value: unknown): value is User {
  if (!isObject(value)) return false
  const { username, password, claims, secondFactor } = value
  if (!isText(username) || !isText(password) || !isObject(claims)) return false
  return secondFactor === undefined || (isObject(secondFactor) && isText(secondFactor['totpSecret']))
}
