/** Where each exchange stands on a bar, as parts of its width. */

export interface Timed {
  readonly id: number
  readonly startedAt: number
  readonly duration?: number | undefined
}

export interface TimeBar {
  readonly id: number
  readonly left: number
  readonly width: number
}

/** While a person reads a page nothing happens, and it would be most of the picture. */
const LONGEST_GAP = 60
const LEAST_WIDTH = 0.012

/** In the order of time; pauses are cut to a moment. */
export function layoutTimes(exchanges: readonly Timed[]): readonly TimeBar[] {
  const ordered = exchanges.toSorted((one, other) => one.startedAt - other.startedAt || one.id - other.id)
  const first = ordered[0]?.startedAt ?? 0
  let cut = 0
  let end = first
  const placed = ordered.map(({ id, startedAt, duration = 0 }) => {
    cut += Math.max(0, startedAt - end - LONGEST_GAP)
    end = Math.max(end, startedAt + duration)
    return { id, start: startedAt - first - cut, took: duration }
  })
  const whole = Math.max(1, ...placed.map(({ start, took }) => start + took))
  return placed.map(({ id, start, took }) => {
    const width = Math.max(LEAST_WIDTH, took / whole)
    return { id, left: Math.min(start / whole, 1 - width), width }
  })
}
