import { hash } from 'node:crypto'

export interface ReplayGuard {
  /** True for the first caller with this key until it expires. Times are seconds since the epoch. */
  claim(key: string, now: number, expiresAt: number): boolean
}

/**
 * Remembers which proofs were used. Bounded: when it is full of proofs that could still be replayed, the oldest is
 * forgotten, since a demo that stops answering would be worse. Keys are hashed so that their length does not count.
 */
export function createReplayGuard(capacity = 10_000): ReplayGuard {
  const seen = new Map<string, number>()

  function makeRoom(now: number): void {
    for (const [key, expiresAt] of seen) {
      if (expiresAt > now && seen.size < capacity) return
      seen.delete(key)
    }
  }

  return {
    claim(key, now, expiresAt) {
      const digest = hash('sha256', key, 'base64url')
      if ((seen.get(digest) ?? 0) > now) return false
      makeRoom(now)
      seen.delete(digest)
      seen.set(digest, expiresAt)
      return true
    },
  }
}
