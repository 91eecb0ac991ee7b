/**
 * Who may use the management API and the screens' socket. Whoever holds the token may do everything; it is made anew at
 * each start and handed over in the ready line alone. A browser tells where a request comes from by `Origin`: a page
 * from elsewhere is refused even if it had the token. `Host` has been checked by the listener before.
 */
import { createHash, timingSafeEqual } from 'node:crypto'

export interface Access {
  isOwnOrigin(origin: string): boolean
  isToken(sent: string): boolean
}

export function createAccess(token: string, origins: readonly string[]): Access {
  const expected = digest(token)
  return {
    isOwnOrigin: (origin) => origins.includes(origin),
    // Digests have one length whatever was sent, and comparing them takes one time.
    isToken: (sent) => timingSafeEqual(digest(sent), expected),
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
