/** Of some names the one that was probably meant. */
export function findNearest(typed: string, names: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase()
  if (wanted.length < 2) return undefined
  const [best] = names
    .map((name) => ({ name, distance: distanceOf(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= (name.length < 5 ? 1 : 2) || name.toLowerCase().startsWith(wanted))
    .toSorted((one, other) => one.distance - other.distance)
  return best?.name
}

/** Levenshtein's, two neighbours that changed places counted as one. */
function distanceOf(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1]
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1), swapped))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
