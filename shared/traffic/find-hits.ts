/** A stretch of text that was searched for. */
export interface Hit {
  readonly start: number
  readonly end: number
}

/**
 * Where the words of a search stand, as the store finds them: at the beginning of a word, whatever the case and the
 * accents; what is neither letter nor digit only separates.
 */
export function findHits(text: string, search: string): readonly Hit[] {
  const patterns = search
    .split(/\s+/)
    .map(buildPattern)
    .filter((pattern) => pattern !== undefined)
  if (patterns.length === 0) return []
  const folded = fold(text)
  const hits = patterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  )
  return joinOverlapping(hits.toSorted((one, other) => one.start - other.start))
}

function buildPattern(word: string): RegExp | undefined {
  const parts = fold(word).match(/[\p{L}\p{N}]+/gu)
  return parts === null ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]+')}`, 'gu')
}

/** Without case and accents, each character in its place. */
function fold(text: string): string {
  if (/^[\0-\x7F]*$/.test(text)) return text.toLowerCase()
  return [...text].map((letter) => foldLetter(letter)).join('')
}

function foldLetter(letter: string): string {
  const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return bare.length === letter.length ? bare : letter
}

function joinOverlapping(hits: readonly Hit[]): readonly Hit[] {
  const joined: Hit[] = []
  for (const hit of hits) {
    const last = joined.at(-1)
    if (last !== undefined && hit.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) }
    else joined.push(hit)
  }
  return joined
}
