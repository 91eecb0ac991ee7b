import { createHash } from 'node:crypto'

import { isObject } from '../store/stored-json.ts'
import { preconditionFailed } from './failures.ts'

/** Says whether an entity is still what it was: a hash of all of it, secrets too, whatever of it is shown. */
export function versionOf(entity: unknown): string {
  return createHash('sha256').update(canonicalJson(entity)).digest('base64url').slice(0, 27)
}

/** Members in one order and undefined ones left out, so that equal entities have equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isObject(inner) ? sortMembers(inner) : inner))
}

function sortMembers(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** To be called in the transaction that writes. `before` is undefined when there is no such entity. */
export function assertVersion(ifVersion: readonly string[] | undefined, before: unknown): void {
  if (ifVersion === undefined) return
  if (before !== undefined && (ifVersion.includes('*') || ifVersion.includes(versionOf(before)))) return
  throw preconditionFailed(
    before === undefined
      ? 'It is not there, so it is at no version that the change could have been made from. Leave the condition out to create it.'
      : 'It has been changed since it was read. Read it again, make the change again, and send it with the new version.',
  )
}
