/** Long values are cut before they are compared: a request may carry anything, and the start decides. */
const COMPARED_LENGTH = 300

/** How many letters must be added, taken away or changed to make one of the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one].slice(0, COMPARED_LENGTH), [...other].slice(0, COMPARED_LENGTH)]
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  a.forEach((letter, i) => {
    const next = [i + 1]
    b.forEach((candidate, j) => {
      const changed = (row[j] ?? 0) + (letter === candidate ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    })
    row = next
  })
  return row[b.length] ?? 0
}

/** The candidates, nearest first; those equally near keep their order. */
export function byNearness(value: string, candidates: readonly string[]): readonly string[] {
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(value, candidate) }))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate)
}
