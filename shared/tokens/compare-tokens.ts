import type { JsonObject } from './json-object.ts'
import type { Found, Paste } from './recognise/paste.ts'
import type { Token } from './token.ts'

export type Change = 'same' | 'added' | 'removed' | 'changed' | 'time'

export interface ComparedMember {
  readonly name: string
  /** Undefined where it is not there. */
  readonly one: unknown
  readonly other: unknown
  readonly change: Change
}

export interface Comparison {
  /** What is compared: `id_token`, or nothing where there is one token only. */
  readonly name: string | undefined
  readonly part: 'header' | 'payload' | 'around' | 'text'
  readonly members: readonly ComparedMember[]
}

const TIMES: ReadonlySet<string> = new Set(['iat', 'exp', 'nbf', 'auth_time', 'updated_at'])

/** Member by member, in the order of the first; what only the second has comes last. */
export function compareMembers(one: JsonObject, other: JsonObject): readonly ComparedMember[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.map((name) => {
    const [left, right] = [
      Object.hasOwn(one, name) ? one[name] : undefined,
      Object.hasOwn(other, name) ? other[name] : undefined,
    ]
    return { name, one: left, other: right, change: judge(name, left, right) }
  })
}

function judge(name: string, one: unknown, other: unknown): Change {
  if (one === undefined) return 'added'
  if (other === undefined) return 'removed'
  if (canonical(one) === canonical(other)) return 'same'
  return TIMES.has(name) && typeof one === 'number' && typeof other === 'number' ? 'time' : 'changed'
}

/** The order of members means nothing in JSON. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Two tokens, or two answers with tokens in them, which are paired by their names. */
export function compareTokens(one: Paste, other: Paste): readonly Comparison[] {
  if (!('found' in one) || !('found' in other)) return []
  const around = compareMembers(plainMembers(one), plainMembers(other))
  const pairs = pair(one.found, other.found)
  return [
    ...(around.length > 0 ? [{ name: undefined, part: 'around' as const, members: around }] : []),
    ...pairs.flatMap(({ name, left, right }) => compareTwo(name, left, right)),
  ]
}

/** What is no token itself: `expires_in`, `scope`, `state`. */
function plainMembers(paste: Extract<Paste, { readonly found: unknown }>): JsonObject {
  const tokens = new Set(paste.found.map(({ token }) => token.text))
  const statement = paste.found.some(({ token }) => token.type === 'statement')
  if (statement) return {}
  return Object.fromEntries(Object.entries(paste.members).filter(([, value]) => !tokens.has(value)))
}

interface Pair {
  readonly name: string | undefined
  readonly left: Token | undefined
  readonly right: Token | undefined
}

function pair(one: readonly Found[], other: readonly Found[]): readonly Pair[] {
  const [first, second] = [one[0], other[0]]
  if (one.length === 1 && other.length === 1) return [{ name: undefined, left: first?.token, right: second?.token }]
  const names = [...new Set([...one, ...other].map(({ name }) => name))]
  return names.map((name) => ({
    name,
    left: one.find((found) => found.name === name)?.token,
    right: other.find((found) => found.name === name)?.token,
  }))
}

function compareTwo(
  name: string | undefined,
  left: Token | undefined,
  right: Token | undefined,
): readonly Comparison[] {
  const [one, other] = [readParts(left), readParts(right)]
  if (one === undefined && other === undefined) {
    const members = compareMembers(textOf(left), textOf(right))
    return [{ name, part: 'text', members }]
  }
  return [
    { name, part: 'header', members: compareMembers(one?.header ?? {}, other?.header ?? {}) },
    { name, part: 'payload', members: compareMembers(one?.claims ?? {}, other?.claims ?? {}) },
  ].filter((comparison): comparison is Comparison => comparison.members.length > 0)
}

function readParts(token: Token | undefined): { readonly header: JsonObject; readonly claims: JsonObject } | undefined {
  if (token?.type === 'jws') return { header: token.header, claims: token.claims ?? {} }
  if (token?.type === 'jwe') return { header: token.header, claims: {} }
  return token?.type === 'statement' ? { header: {}, claims: token.claims } : undefined
}

function textOf(token: Token | undefined): JsonObject {
  return token === undefined ? {} : { token: token.text }
}

export function countChanges(comparisons: readonly Comparison[]): Readonly<Record<Change, number>> {
  const counts = { same: 0, added: 0, removed: 0, changed: 0, time: 0 }
  for (const { members } of comparisons) for (const { change } of members) counts[change] += 1
  return counts
}
