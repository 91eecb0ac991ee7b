import { parseCompact, parseToken } from '../token.ts'
import type { Found, Members } from './paste.ts'
import { TOKEN_NAMES } from './token-names.ts'

/** The tokens among named values: those that are called so, and those that can be read whatever they are called. */
export function findNamedTokens(members: Members): readonly Found[] {
  const called = TOKEN_NAMES.flatMap((name) => {
    const value = members[name]
    return value === undefined || value === '' ? [] : [{ name, token: parseToken(value) }]
  })
  const others = Object.entries(members).flatMap(([name, value]) => {
    const token = TOKEN_NAMES.includes(name) ? undefined : parseCompact(value)
    return token === undefined ? [] : [{ name, token }]
  })
  return [...called, ...others]
}

export function pickStrings(object: Readonly<Record<string, unknown>>): Members {
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
