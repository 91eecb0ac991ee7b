/** `09:41:07.120`, in the person's own time zone. Called for every row that scrolls by. */
export function formatClock(time: number): string {
  const date = new Date(time)
  const [hours, minutes, seconds] = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits)
  return `${hours}:${minutes}:${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** `2026-11-20 09:41:07`. */
export function formatMoment(time: number): string {
  const date = new Date(time)
  const day = [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-')
  return `${day} ${formatClock(time).slice(0, 8)}`
}

/** `18 ms`, `1.25 s`. */
export function formatTook(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  return `${(milliseconds / 1000).toFixed(2)} s`
}

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

/** Exactly, in the largest unit that comes out even: `7 days`, `90 minutes`. */
export function formatSpan(seconds: number): string {
  const [size, unit] = UNITS.find(([candidate]) => seconds >= candidate && seconds % candidate === 0) ?? UNITS[3]
  const count = seconds / size
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
