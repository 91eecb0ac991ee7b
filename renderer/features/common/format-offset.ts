import { formatSpan } from './format-time.ts'

/** Of a clock against true time: `2 hours ahead`, `1 day behind`. */
export function formatOffset(seconds: number): string {
  const span = formatSpan(Math.abs(seconds))
  return seconds < 0 ? `${span} behind` : `${span} ahead`
}
