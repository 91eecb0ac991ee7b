import { isDeepStrictEqual } from 'node:util'

import type { ImportedRow, ImportOutcome, UsersImport } from '#shared/contract/calls/users.ts'
import { IMPORT_OUTCOMES } from '#shared/contract/calls/users.ts'
import { checkUser } from '#shared/contract/check-entities.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import { completeUser } from '#shared/contract/complete-config.ts'
import { buildFinding, type Finding, quote } from '#shared/contract/finding.ts'
import { userSchema } from '#shared/contract/user.ts'
import type { User } from '#shared/model/user.ts'

import { findReadable } from '../../seed/seed.ts'
import type { Store } from '../../store/store.ts'
import { isObject } from '../../store/stored-json.ts'

export interface ImportedUsers {
  readonly users: readonly unknown[]
  readonly existing: 'replace' | 'keep'
}

interface Planned extends ImportedRow {
  /** What is written for it; nothing where nothing is. */
  readonly user?: User
}

/** What becomes of each, decided one by one: somebody who is wrong keeps nobody else out. */
export function planImport(store: Store, { users, existing }: ImportedUsers): readonly Planned[] {
  const places = new Map<string, number>()
  return users.map((given, index): Planned => {
    const file = withoutMeta(given)
    const username = isObject(file) && typeof file['username'] === 'string' ? file['username'] : undefined
    const findings = [...checkOne(file, index), ...checkTwice(places, username, index)]
    const row = { index, ...(username !== undefined && { username }), members: [], findings }
    if (findings.length > 0) return { ...row, outcome: 'refused' }
    const parsed = userSchema.parse(file)
    const before = findReadable(store.users, parsed.username)
    if (before === undefined) return { ...row, outcome: 'added', user: completeUser(parsed) }
    if (existing === 'keep') return { ...row, outcome: 'kept' }
    // What an export leaves out cannot mean that it should go.
    const user = completeUser({ password: before.password, secondFactor: before.secondFactor, ...parsed })
    const members = listChanges(before, user)
    return members.length === 0 ? { ...row, outcome: 'same' } : { ...row, outcome: 'changed', members, user }
  })
}

export function saveImport(store: Store, planned: readonly Planned[]): void {
  for (const { user } of planned) if (user) store.users.put(user, 'management')
}

export function showImport(planned: readonly Planned[]): Pick<UsersImport, 'counts' | 'rows'> {
  const count = (wanted: ImportOutcome) => planned.filter(({ outcome }) => outcome === wanted).length
  const [added, changed, same, kept, refused] = IMPORT_OUTCOMES.map(count)
  return {
    counts: { added: added ?? 0, changed: changed ?? 0, same: same ?? 0, kept: kept ?? 0, refused: refused ?? 0 },
    rows: planned.map(({ user: _user, ...row }) => row),
  }
}

function withoutMeta(given: unknown): unknown {
  if (!isObject(given)) return given
  const { meta: _meta, ...file } = given
  return file
}

function checkOne(file: unknown, index: number): readonly Finding[] {
  const path = ['users', index]
  const shape = checkShape(userSchema, file, path)
  return shape.length > 0 ? shape : checkUser({ entity: userSchema.parse(file), path })
}

function checkTwice(places: Map<string, number>, username: string | undefined, index: number): readonly Finding[] {
  if (username === undefined) return []
  const first = places.get(username)
  if (first === undefined) {
    places.set(username, index)
    return []
  }
  const found = `${quote(username)} again, after users[${first}]`
  return [buildFinding(['users', index, 'username'], found, 'each username once')]
}

type Member = ImportedRow['members'][number]

function listChanges(before: User, after: User): Member[] {
  const names = new Set([...Object.keys(before.claims), ...Object.keys(after.claims)])
  return [
    ...compare('password', before.password, after.password),
    ...compare('secondFactor', before.secondFactor, after.secondFactor),
    ...[...names].toSorted().flatMap((name) => compare(`claims.${name}`, before.claims[name], after.claims[name])),
  ]
}

function compare(name: string, before: unknown, after: unknown): Member[] {
  if (isDeepStrictEqual(before, after)) return []
  return [{ name, change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed' }]
}
