import { PLACES } from './gazetteer.ts'
import type { Place } from './gazetteer.ts'

export interface PlaceMatch extends Place {
  readonly match: 'exact' | 'beginning' | 'similar' | 'country'
  /** 1 for the name itself, less for anything else. */
  readonly score: number
}

/** Places by name, best first: accents and case do not count, and a slip of the finger is forgiven. */
export function findPlaces(query: string, limit: number): readonly PlaceMatch[] {
  const wanted = simplify(query)
  if (wanted === '') return []
  return PLACES.flatMap((place) => matchPlace(place, wanted) ?? [])
    .toSorted((one, other) => other.score - one.score || one.name.localeCompare(other.name))
    .slice(0, limit)
}

function matchPlace(place: Place, wanted: string): PlaceMatch | undefined {
  const name = simplify(place.name)
  // "Paris, France" as well as "Paris".
  if (wanted === name || wanted === `${name} ${simplify(place.country)}`) return { ...place, match: 'exact', score: 1 }
  if (wanted.length > 1 && ` ${name}`.includes(` ${wanted}`)) {
    return { ...place, match: 'beginning', score: round(0.7 + (0.25 * wanted.length) / name.length) }
  }
  const allowed = name.length > 6 ? 2 : 1
  const slips = Math.abs(wanted.length - name.length) > allowed ? Infinity : countEdits(wanted, name)
  if (slips <= allowed && slips < wanted.length / 2) {
    return { ...place, match: 'similar', score: round(0.9 - slips / name.length) }
  }
  return wanted === simplify(place.country) ? { ...place, match: 'country', score: 0.5 } : undefined
}

function simplify(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Levenshtein distance: how many letters to add, leave out or change. */
function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

function round(score: number): number {
  return Math.round(score * 100) / 100
}
