/** Where two JSON values differ, member by member. A list is one value: a place in it means little once one was added. */
export interface Difference {
  readonly path: readonly string[]
  /** Undefined where there is none. */
  readonly before: unknown
  readonly after: unknown
}

export function listDifferences(before: unknown, after: unknown, path: readonly string[] = []): readonly Difference[] {
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap((name) => listDifferences(before[name], after[name], [...path, name]))
  }
  return isSameJson(before, after) ? [] : [{ path, before, after }]
}

export function isSameJson(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSameJson(item, other[index]))
  }
  if (isObject(one) && isObject(other)) return listDifferences(one, other).length === 0
  return Object.is(one, other)
}

export type Members = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
