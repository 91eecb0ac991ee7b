import type { UserView } from '#shared/contract/calls/users.ts'
import type { UserFile } from '#shared/contract/user.ts'

const LONGEST = 255

/** Everything that is not theirs alone: the name to sign in with is another one, and so is the password. */
export function duplicateOf({ username, claims }: UserView, taken: ReadonlySet<string>, name: string): UserFile {
  const copy = findFree(username, taken)
  const { preferred_username, email, email_verified: _verified, ...others } = claims
  return {
    username: copy,
    claims: {
      ...others,
      name,
      ...(preferred_username !== undefined && { preferred_username: copy }),
      ...(typeof email === 'string' && { email: emailOf(email, copy) }),
    },
  }
}

function findFree(username: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`
    const candidate = username.slice(0, LONGEST - ending.length) + ending
    if (!taken.has(candidate)) return candidate
  }
}

/** Of the same domain; an address belongs to one person. */
function emailOf(email: string, copy: string): string {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return `${copy.replaceAll(/[^\w.+-]/g, '.')}@${domain}`
}
