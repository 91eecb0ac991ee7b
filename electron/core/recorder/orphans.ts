/**
 * A page may come before anybody knows whose it is: the one where a device's code is typed in. What it gives out (the
 * secret of its form) comes back with the code, and then the page belongs where the code does.
 */
import { putLast } from '#shared/collections/put-last.ts'

interface Group {
  readonly ids: number[]
  readonly keys: Set<string>
}

const MOST = 500

export interface Orphans {
  add(id: number, presented: readonly string[], issued: readonly string[]): void
  /** The ids of what waited for one of these keys. */
  take(presented: readonly string[]): readonly number[]
}

export function createOrphans(): Orphans {
  const groups = new Map<string, Group>()

  function findGroup(keys: readonly string[]): Group | undefined {
    for (const key of keys) {
      const group = groups.get(key)
      if (group) return group
    }
    return undefined
  }

  return {
    add(id, presented, issued) {
      const forms = issued.filter((key) => key.startsWith('xsrf:'))
      if (forms.length === 0) return
      const group = findGroup(presented) ?? { ids: [], keys: new Set() }
      group.ids.push(id)
      for (const key of forms) {
        group.keys.add(key)
        putLast(groups, key, group, MOST)
      }
    },
    take(presented) {
      const group = findGroup(presented)
      for (const key of group?.keys ?? []) groups.delete(key)
      return group?.ids ?? []
    },
  }
}
