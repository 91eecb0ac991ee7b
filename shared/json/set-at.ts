import { isObject, type Members } from './list-differences.ts'

/** A copy with another value at the path; undefined takes the member away. */
export function setAt(value: Members, path: readonly string[], next: unknown): Members {
  const [name, ...rest] = path
  if (name === undefined) return isObject(next) ? next : value
  const { [name]: member, ...others } = value
  const changed = rest.length === 0 ? next : setAt(isObject(member) ? member : {}, rest, next)
  if (changed === undefined) return others
  // In its old place, so that what is shown in order stays in order.
  return name in value ? { ...value, [name]: changed } : { ...others, [name]: changed }
}
