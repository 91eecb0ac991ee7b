import { editDistance } from '#shared/text/edit-distance.ts'

/** The candidate that was probably meant: `device_code` for the long URN, or one that is spelt nearly alike. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = simplify(name)
  if (wanted.length === 0 || wanted.length > 200) return undefined
  const list = [...candidates]
  const byLastPart = list.filter((candidate) => simplify(candidate.split(':').at(-1) ?? '') === wanted)
  if (byLastPart.length === 1) return byLastPart[0]
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  let best: { readonly candidate: string; readonly distance: number } | undefined
  for (const candidate of list) {
    const distance = editDistance(wanted, simplify(candidate))
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate
}

/** `clientId`, `client-id` and `client_id` are one word to the person who typed it. */
function simplify(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}
