import { formatSpan } from '../format-time.ts'

/** `4 minutes`, from then to now; both in seconds since the epoch. */
export function formatAge(since: number, now: number): string {
  return formatSpan(roundSpan(Math.max(1, now - since)))
}

/** To the unit that a person would say it in. */
function roundSpan(seconds: number): number {
  const unit = [86_400, 3600, 60].find((size) => seconds >= 2 * size) ?? 1
  return Math.round(seconds / unit) * unit
}
