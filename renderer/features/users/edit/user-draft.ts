import type { UserView } from '#shared/contract/calls/users.ts'
import type { Members } from '#shared/json/list-differences.ts'
import { isObject } from '#shared/json/list-differences.ts'

import type { Versioned } from '../../common/edit/use-edit.ts'

/** What is edited of a user, in the form and as JSON alike. A password is in it while a new one is being typed. */
export function draftOf({ version, value }: Versioned<UserView>): Versioned<Members> {
  const { username, claims } = value
  return { version, value: { username, claims } }
}

export function claimsOf({ claims }: Members): Members {
  return isObject(claims) ? claims : {}
}

/** With a claim changed; without a value, taken away. */
export function withClaim(draft: Members, name: string, value: unknown): Members {
  const { [name]: _before, ...others } = claimsOf(draft)
  if (value === undefined) return { ...draft, claims: others }
  const before = claimsOf(draft)
  // In its place, so that taking a change back leaves everything as it was.
  return {
    ...draft,
    claims: Object.hasOwn(before, name)
      ? Object.fromEntries(Object.entries(before).map(([one, kept]) => [one, one === name ? value : kept]))
      : { ...before, [name]: value },
  }
}

/** Whether a JSON value is a user as far as the form can show one. */
export function isUserDraft(value: unknown): value is Members {
  return isObject(value) && isObject(value['claims'])
}
