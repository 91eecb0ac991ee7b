/**
 * What the program has promised by answering. Whatever is asked of it and not answered yet stands in none of these
 * lists: it may have happened or not, and both are right.
 */
export interface Promises {
  /** Access tokens that have to be active. */
  readonly active: Set<string>
  /** Of those, the ones of a user, good at UserInfo. */
  readonly ofUsers: Set<string>
  /** Access and refresh tokens that have to be dead: revoked, or rotated away. */
  readonly revoked: Set<string>
  /** Refresh tokens that have to work once. */
  readonly refresh: Set<string>
  /** Authorization codes that have to work once. */
  readonly codes: Set<string>
  /** Codes that were exchanged and must not work again. */
  readonly spentCodes: Set<string>
  readonly deviceCodes: Set<string>
  /** Address of each registered client, with the token that opens it. */
  readonly registrations: Map<string, string>
  readonly deregistered: Map<string, string>
  /** Cookies of browsers in which somebody is signed in. */
  readonly sessions: Set<string>
}

export function noPromises(): Promises {
  return {
    active: new Set(),
    ofUsers: new Set(),
    revoked: new Set(),
    refresh: new Set(),
    codes: new Set(),
    spentCodes: new Set(),
    deviceCodes: new Set(),
    registrations: new Map(),
    deregistered: new Map(),
    sessions: new Set(),
  }
}

export function countPromises(promises: Promises): Record<keyof Promises, number> {
  return Object.fromEntries(
    Object.entries(promises).map(([kind, kept]) => [kind, (kept as { size: number }).size]),
  ) as Record<keyof Promises, number>
}
