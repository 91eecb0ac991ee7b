/**
 * Whoever holds the token may do everything; it is made anew at each start and handed over in the ready line alone.
 * A browser tells where a request comes from by `Origin`: a page from elsewhere is refused even if it had the token.
 * `Host` has been checked by the listener before.
 */
import { createHash, timingSafeEqual } from 'node:crypto'

import { Problem } from './problem.ts'

export interface Guard {
  assertOrigin(request: Request): void
  assertToken(request: Request): void
}

export function createGuard(token: string, origins: readonly string[]): Guard {
  const expected = digest(token)
  return {
    assertOrigin({ headers }) {
      const origin = headers.get('origin')
      if (origin === null || origins.includes(origin)) return
      throw new Problem(
        403,
        'Foreign origin',
        'A page from another origin cannot use the management API. Call it from a program, or from the playground’s own screens.',
      )
    },
    assertToken({ headers }) {
      const sent = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
      // Digests have one length whatever was sent, and comparing them takes one time.
      if (sent !== undefined && timingSafeEqual(digest(sent), expected)) return
      throw new Problem(
        401,
        'Token needed',
        'Send authorization: Bearer with the token that the program printed when it started (valetkey serve --json: "token").',
        { headers: { 'www-authenticate': 'Bearer realm="Valet Key management API"' } },
      )
    },
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
