import type { WholePart } from '#shared/contract/calls/history.ts'
import { listDifferences } from '#shared/json/list-differences.ts'

export interface MemberChange {
  /** `valetkey.skipConsent` */
  readonly name: string
  readonly before: unknown
  readonly after: unknown
  /** That it changed is all that is told. */
  readonly isSecret?: boolean
}

/** What is different, member by member; of what is new or gone, everything that it has. */
export function listMembers({ before, after, members }: WholePart): readonly MemberChange[] {
  const shown = listDifferences(before ?? {}, after ?? {}).map(({ path, ...values }) => ({
    name: path.join('.'),
    ...values,
  }))
  const known = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  const secret = members.filter((member) => !known.has(member))
  return [...shown, ...secret.map((name) => ({ name, before: undefined, after: undefined, isSecret: true }))]
}

/** As people call it, before its id. */
export function nameOfPart({ kind, id, before, after }: WholePart): string {
  const state = after ?? before ?? {}
  const claims = state['claims']
  const claimed = typeof claims === 'object' && claims !== null ? { ...claims } : {}
  const names = { clients: state['client_name'], apis: state['name'], scenarios: state['title'] }
  const name =
    kind === 'users'
      ? 'name' in claimed
        ? claimed.name
        : undefined
      : kind in names
        ? names[kind as keyof typeof names]
        : undefined
  return typeof name === 'string' && name !== '' ? name : id
}

const LONGEST = 600

export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
