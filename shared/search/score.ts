/** How well a text fits what was typed; 0 is not at all. Higher is better, and only the order matters. */
export function scoreText(text: string, query: string): number {
  const haystack = text.toLowerCase()
  const at = haystack.indexOf(query)
  if (at === 0) return 100 + closeness(query, haystack)
  if (at > 0) return (isWordStart(haystack, at) ? 80 : 60) + closeness(query, haystack)
  return scoreScattered(haystack, query)
}

/** Every word that was typed has to be found; the first texts of an entry count more than the later ones. */
export function scoreEntry(texts: readonly string[], words: readonly string[]): number {
  let total = 0
  for (const word of words) {
    const best = Math.max(0, ...texts.map((text, index) => scoreText(text, word) / (index + 1)))
    if (best === 0) return 0
    total += best
  }
  return total
}

export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

/** Of two texts that contain the same, the shorter one fits better. */
function closeness(query: string, haystack: string): number {
  return (10 * query.length) / haystack.length
}

/**
 * Letters in order with others between them, so that "mytds" finds MyTodos.io. The first has to begin a word, and the
 * gaps must stay short: otherwise everything long contains everything.
 */
function scoreScattered(haystack: string, query: string): number {
  if (query.length < 2) return 0
  for (
    let start = haystack.indexOf(query.charAt(0));
    start !== -1;
    start = haystack.indexOf(query.charAt(0), start + 1)
  ) {
    const gaps = isWordStart(haystack, start) ? gapsFrom(haystack, query, start) : undefined
    if (gaps !== undefined && gaps <= query.length * 2) return 40 / (1 + gaps)
  }
  return 0
}

function gapsFrom(haystack: string, query: string, start: number): number | undefined {
  let [at, gaps] = [start, 0]
  for (const letter of query.slice(1)) {
    const next = haystack.indexOf(letter, at + 1)
    if (next === -1) return undefined
    gaps += next - at - 1
    at = next
  }
  return gaps
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
}
