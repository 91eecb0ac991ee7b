import { isObject, listDifferences, type Members } from './list-differences.ts'
import { setAt } from './set-at.ts'

/** What makes one object of the other by RFC 7396, in which null takes a member away. */
export function buildMergePatch(before: Members, after: Members): Members {
  return listDifferences(before, after).reduce<Members>(
    (patch, { path, after: next }) => setAt(patch, path, next === undefined ? null : next),
    {},
  )
}

export interface Rebased {
  readonly value: Members
  /** Paths at which both sides changed the same member to something else; the value has mine. */
  readonly clashes: readonly (readonly string[])[]
}

/** My changes on top of theirs, where both began at the same base. */
export function rebase(base: Members, mine: Members, theirs: Members): Rebased {
  const changedByThem = listDifferences(base, theirs)
  const changedByMe = listDifferences(base, mine)
  const clashes = changedByMe
    .filter(({ path, after }) => changedByThem.some((their) => isClash(path, after, their.path, their.after)))
    .map(({ path }) => path)
  const value = changedByMe.reduce<Members>((merged, { path, after }) => setAt(merged, path, after), theirs)
  return { value, clashes }
}

function isClash(mine: readonly string[], my: unknown, theirs: readonly string[], their: unknown): boolean {
  const shorter = Math.min(mine.length, theirs.length)
  if (mine.slice(0, shorter).join('\0') !== theirs.slice(0, shorter).join('\0')) return false
  return mine.length !== theirs.length || listDifferences(my, their).length > 0
}

/** The value at a path, if there is one. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value)
}
