const SHOWN = 120

/** A value from a token as it may stand in a sentence: bounded, on one line. */
export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** Seconds since the epoch in ISO 8601, or as they came where no calendar reaches. */
export function showTime(seconds: number): string {
  const time = new Date(seconds * 1000)
  return Number.isNaN(time.getTime()) ? showValue(seconds) : time.toISOString().replace('.000Z', 'Z')
}
