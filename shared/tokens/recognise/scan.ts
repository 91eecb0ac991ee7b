import { parseCompact } from '../token.ts'
import type { Found } from './paste.ts'

/** More of them nobody picks from. */
const MOST = 50

/** Every JWS and JWE in running text, a log or whatever it is, each once. */
export function scan(text: string): readonly Found[] {
  const found = new Map<string, Found>()
  // Split rather than searched for: a pattern that begins at every letter takes quadratic time on a long one.
  for (const run of text.split(/[^\w.-]+/)) {
    if (found.size === MOST) break
    const piece = run.replace(/^\.+/, '')
    if (found.has(piece)) continue
    const token = piece.includes('.') ? (parseCompact(piece) ?? parseCompact(piece.replace(/\.+$/, ''))) : undefined
    if (token !== undefined) found.set(piece, { token })
  }
  return [...found.values()]
}
