import type { HistoryEntry } from '#shared/contract/calls/history.ts'

import { TEXT as CHANGES } from '../common/changes/text.ts'
import { TEXT } from './text.ts'

/** "Changed calendar-app: client_name", or "Added 2 users, removed 1 application". */
export function describeEntry({ parts, count }: Pick<HistoryEntry, 'parts' | 'count'>): string {
  const [only] = parts
  if (only === undefined) return TEXT.nothing
  if (count === 1) {
    const members = only.action === 'changed' && only.members.length > 0 ? TEXT.members(only.members.join(', ')) : ''
    return `${CHANGES.actions[only.action]} ${only.kind === 'settings' ? 'the settings' : only.id}${members}`
  }
  const groups = [...Map.groupBy(parts, ({ kind, action }) => `${action} ${kind}`).values()]
  const words = groups.flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const [one, many] = CHANGES.counted[first.kind]
    return [`${CHANGES.actions[first.action].toLowerCase()} ${group.length} ${group.length === 1 ? one : many}`]
  })
  const more = count > parts.length ? [`${(count - parts.length).toLocaleString('en')} more`] : []
  const text = [...words, ...more].join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
