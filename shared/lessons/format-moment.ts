/** `2026-11-29 08:40 UTC`: a file is read in any zone. */
export function formatMoment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
