/** Where on a line the times of a token stand, and now among them; in parts of its length. */
export interface PlacedTime {
  readonly names: readonly string[]
  readonly at: number
  readonly place: number
}

export interface TimeScale {
  readonly times: readonly PlacedTime[]
  /** From when until when it is good. */
  readonly good: { readonly from: number; readonly to: number } | undefined
  readonly now: { readonly place: number; readonly side: 'before' | 'within' | 'after' }
}

/** Beside the first and the last, so that now can be outside. */
const MARGIN = 0.14
/** Nearer than this, two names would lie on each other. */
const NEAR = 0.2

export const TIME_CLAIMS = ['auth_time', 'iat', 'nbf', 'exp'] as const

export function placeTimes(claims: Readonly<Record<string, unknown>>, now: number): TimeScale | undefined {
  const given = TIME_CLAIMS.flatMap((name) => {
    const at = claims[name]
    return typeof at === 'number' && Number.isFinite(at) ? [{ name, at }] : []
  }).toSorted((one, other) => one.at - other.at)
  const [first, last] = [given[0], given.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const span = last.at - first.at
  const place = (at: number) => (span === 0 ? 0.5 : MARGIN + ((at - first.at) / span) * (1 - 2 * MARGIN))

  const times: PlacedTime[] = []
  for (const { name, at } of given) {
    const before = times.at(-1)
    if (before !== undefined && place(at) - before.place < NEAR && name !== 'exp') {
      times[times.length - 1] = { names: [...before.names, name], at, place: place(at) }
    } else times.push({ names: [name], at, place: place(at) })
  }

  const [exp, nbf, iat] = ['exp', 'nbf', 'iat'].map((name) => given.find((one) => one.name === name)?.at)
  const from = nbf ?? iat
  const placed = span === 0 ? (now < first.at ? 0 : now > last.at ? 1 : 0.5) : place(now)
  return {
    times,
    good: from !== undefined && exp !== undefined && exp > from ? { from: place(from), to: place(exp) } : undefined,
    now: { place: Math.min(1, Math.max(0, placed)), side: placed <= 0 ? 'before' : placed >= 1 ? 'after' : 'within' },
  }
}
