/** A file in parts that a frame has room for. */

export interface HarPart {
  readonly har: unknown
  /** Entries in the parts before. */
  readonly from: number
}

/** The program looks at the rest; here only what can be cut is told from what cannot. */
export function splitHar(har: unknown, most: number): readonly HarPart[] {
  const log = memberOf(har, 'log')
  const entries = memberOf(log, 'entries')
  if (!Array.isArray(entries)) return [{ har, from: 0 }]
  const parts: HarPart[] = []
  let part: unknown[] = []
  let size = 0
  const close = (): void => {
    if (part.length === 0) return
    const from = parts.reduce((count, { har: earlier }) => count + countOf(earlier), 0)
    parts.push({ har: { log: { entries: part } }, from })
    part = []
    size = 0
  }
  for (const entry of entries as readonly unknown[]) {
    const length = JSON.stringify(entry).length + 1
    if (size + length > most || part.length === MOST_ENTRIES) close()
    part.push(entry)
    size += length
  }
  close()
  return parts.length === 0 ? [{ har, from: 0 }] : parts
}

/** As many as the program reads at once. */
const MOST_ENTRIES = 5_000

function countOf(har: unknown): number {
  const entries = memberOf(memberOf(har, 'log'), 'entries')
  return Array.isArray(entries) ? entries.length : 0
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
