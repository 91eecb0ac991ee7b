/** Times as people write them: how long ago, a time of today, or a date. */
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const AGO = /^(\d{1,6})([smhd])$/
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/

/** Milliseconds since the epoch; a time of day and a date without a zone are those of this machine. */
export function parseMoment(text: string, now: number): number | undefined {
  const [, count, unit] = AGO.exec(text) ?? []
  if (count !== undefined && unit !== undefined) return Math.max(0, now - Number(count) * (UNITS[unit] ?? 0))
  const [, hours, minutes, seconds = '0'] = CLOCK.exec(text) ?? []
  if (hours !== undefined && minutes !== undefined) {
    if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
    return new Date(now).setHours(Number(hours), Number(minutes), Number(seconds), 0)
  }
  if (!DATE.test(text)) return undefined
  // A date alone would be taken for one of UTC.
  const moment = Date.parse(text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T'))
  return Number.isNaN(moment) || moment < 0 ? undefined : moment
}

/** It moves on with the clock. */
export function isRelative(text: string): boolean {
  return AGO.test(text)
}
