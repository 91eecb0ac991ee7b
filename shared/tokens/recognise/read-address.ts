import { findNamedTokens } from './named-tokens.ts'
import { buildPaste, type Members, type Paste } from './paste.ts'
import { isProtocolName } from './token-names.ts'

/** An address with an answer in its query or its fragment: what a callback got, or what was sent to /authorize. */
export function readAddress(text: string): Paste | undefined {
  if (/\s/.test(text) || !/^[a-z][\w.+-]*:/i.test(text)) return undefined
  if (!URL.canParse(text)) return undefined
  const { search, hash } = new URL(text)
  const members = { ...readPairs(search.replace(/^\?/, '')), ...readPairs(hash.replace(/^#\/?\??/, '')) }
  return buildPaste('address', findNamedTokens(members), members)
}

/** A body or a piece of an address: `code=…&state=…`. */
export function readForm(text: string): Paste | undefined {
  const pairs = text.replace(/^[?#]/, '')
  if (/\s/.test(pairs) || !/^[\w.~%+-]+=/.test(pairs)) return undefined
  const members = readPairs(pairs)
  return Object.keys(members).some(isProtocolName) ? buildPaste('form', findNamedTokens(members), members) : undefined
}

export function readPairs(text: string): Members {
  if (!text.includes('=')) return {}
  return Object.fromEntries(new URLSearchParams(text).entries())
}
