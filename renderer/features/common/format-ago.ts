const STEPS = [
  [3600, 60, 'min'],
  [86_400, 3600, 'h'],
  [Number.POSITIVE_INFINITY, 86_400, 'd'],
] as const

/** `just now`, `3 h ago`: as much as a list has room for. */
export function formatAgo(time: number, now: number): string {
  const seconds = Math.floor((now - time) / 1000)
  if (seconds <= 60) return 'just now'
  const [, size, unit] = STEPS.find(([below]) => seconds < below) ?? STEPS[2]
  return `${Math.floor(seconds / size).toLocaleString('en')} ${unit} ago`
}
