/**
 * What the demo backend keeps of its sign-ins: tokens beside a random name, in memory alone. A walkthrough puts them
 * in; a browser takes a session once, by the `state` of its sign-in, and from then on the cookie is its name.
 */
import { randomBytes } from 'node:crypto'

export interface BackendSession {
  readonly access_token: string
  /** What the page has to send along, and pages of other origins cannot read. */
  readonly csrf_token: string
}

export interface BackendSessions {
  keepTokens(state: string, tokens: Pick<BackendSession, 'access_token'>): void
  /** Once for each sign-in. */
  open(state: string): { readonly id: string; readonly session: BackendSession } | undefined
  find(id: string): BackendSession | undefined
  end(id: string): void
}

/** In milliseconds. */
export const SESSION_LIFETIME = 3_600_000
const WAITING_LIFETIME = 600_000
/** Of each kind; the oldest goes first. */
const MOST = 200

export function createBackendSessions(now: () => number = Date.now): BackendSessions {
  const waiting = createShelf<Pick<BackendSession, 'access_token'>>(WAITING_LIFETIME, now)
  const sessions = createShelf<BackendSession>(SESSION_LIFETIME, now)
  return {
    keepTokens: (state, tokens) => waiting.put(state, tokens),
    open(state) {
      const tokens = waiting.find(state)
      if (tokens === undefined) return undefined
      waiting.remove(state)
      const [id, csrf_token] = [randomName(), randomName()]
      const session = { ...tokens, csrf_token }
      sessions.put(id, session)
      return { id, session }
    },
    find: sessions.find,
    end: sessions.remove,
  }
}

function createShelf<Value>(lifetime: number, now: () => number) {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    put(name: string, value: Value): void {
      kept.delete(name)
      kept.set(name, { value, until: now() + lifetime })
      for (const [oldest] of kept) {
        if (kept.size <= MOST) break
        kept.delete(oldest)
      }
    },
    find(name: string): Value | undefined {
      const found = kept.get(name)
      if (found !== undefined && found.until > now()) return found.value
      kept.delete(name)
      return undefined
    },
    remove: (name: string) => void kept.delete(name),
  }
}

function randomName(): string {
  return randomBytes(32).toString('base64url')
}
