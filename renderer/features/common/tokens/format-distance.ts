const UNITS = [
  [31_557_600, 'y'],
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const

/** The two largest units: `55 min 51 s`, `3 d 4 h`, `12 y`. */
export function formatDistance(seconds: number): string {
  let rest = Math.abs(Math.trunc(seconds))
  if (rest === 0) return '0 s'
  const parts: string[] = []
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(`${count} ${unit}`)
    // What comes after a gap says less than it takes room: "12 y", not "12 y 3 s".
    else if (parts.length > 0) break
    if (parts.length === 2) break
  }
  return parts.join(' ')
}

/** `in 55 min 51 s`, `4 min ago`. */
export function formatFromNow(at: number, now: number): string {
  if (at === now) return 'now'
  const distance = formatDistance(at - now)
  return at > now ? `in ${distance}` : `${distance} ago`
}
