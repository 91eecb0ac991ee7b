export interface Span {
  /** ISO 8601 with an offset. */
  readonly start: string
  readonly end: string
}

/** The first gap of that many minutes within the day's bounds (milliseconds), or undefined where there is none. */
export function findFreeSlot(busy: readonly Span[], from: number, to: number, minutes: number): Span | undefined {
  const length = minutes * 60_000
  let start = from
  for (const span of busy.map(toTimes).toSorted((one, other) => one.start - other.start)) {
    if (span.end <= start) continue
    if (span.start >= start + length) break
    start = span.end
  }
  return start + length <= to ? { start: toIso(start), end: toIso(start + length) } : undefined
}

function toTimes({ start, end }: Span): { start: number; end: number } {
  return { start: Date.parse(start), end: Date.parse(end) }
}

function toIso(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z')
}
