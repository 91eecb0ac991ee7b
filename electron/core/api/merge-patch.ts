import { isObject } from '../store/stored-json.ts'

/** RFC 7396. What is given back shares no object with the patch that could be changed through it. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const before = isObject(target) ? Object.entries(target) : []
  const changed = Object.entries(patch)
  const kept = before.filter(([name]) => !Object.hasOwn(patch, name))
  const merged = changed
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [
      name,
      mergePatch(isObject(target) && Object.hasOwn(target, name) ? target[name] : undefined, value),
    ])
  return Object.fromEntries([...kept, ...merged])
}
