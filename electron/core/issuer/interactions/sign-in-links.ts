import { randomBytes } from 'node:crypto'

export interface SignInLink {
  readonly path: string
  /** Seconds since the epoch. */
  readonly expiresAt: number
}

/** Ways in that the person has asked for at the management API: each for one user, one browser and one minute. */
export interface SignInLinks {
  make(username: string): SignInLink
  /** Whom it signs in; the second to ask gets nobody. */
  redeem(ticket: string): string | undefined
}

export const SIGN_IN_LINK = '/sign-in-as'
const LIFETIME = 60
/** Nobody needs more at a time; the oldest makes room. */
const MOST = 100

export function createSignInLinks(now: () => number): SignInLinks {
  const tickets = new Map<string, { readonly username: string; readonly expiresAt: number }>()

  return {
    make(username) {
      const ticket = randomBytes(24).toString('base64url')
      const expiresAt = now() + LIFETIME
      const [oldest] = tickets.keys()
      if (tickets.size >= MOST && oldest !== undefined) tickets.delete(oldest)
      tickets.set(ticket, { username, expiresAt })
      return { path: `${SIGN_IN_LINK}/${ticket}`, expiresAt }
    },
    redeem(ticket) {
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found !== undefined && found.expiresAt > now() ? found.username : undefined
    },
  }
}
