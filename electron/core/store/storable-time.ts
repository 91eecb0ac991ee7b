/** The end of the year 9999. A JWT may name any number as its end; the column holds whole seconds. */
const LATEST = 253_402_300_799

/** Rounded up, so that nothing ends before its time. */
export function storableTime(seconds: number): number {
  if (Number.isNaN(seconds)) return 0
  return Math.min(Math.max(Math.ceil(seconds), 0), LATEST)
}
