import * as z from 'zod'

// An `error` text here is read after "expected", as in: found "x y", expected printable ASCII. Patterns go into the
// JSON Schema as they are, so they do without flags.

export const nonEmptyText = z.string().min(1)

/** VSCHAR of RFC 6749 appendix A: the issuer refuses anything else in an id or a secret. */
export const visibleText = z
  .string()
  .min(1)
  .regex(/^[\x20-\x7e]*$/, { error: 'printable ASCII characters only' })

/** The pattern is what editors see; a parser has the last word, with the same words. */
export function address(pattern: RegExp, expected: string) {
  return z.string().regex(pattern, { error: expected, abort: true }).refine(isAddress, { error: expected })
}

function isAddress(text: string): boolean {
  return URL.canParse(text)
}

/** Pictures and documents about a client, and whatever else is fetched or linked to. */
export const webAddress = address(
  /^[hH][tT][tT][pP][sS]?:\/\/[^\s/]+/,
  'an absolute http or https address such as https://example.test/about',
)

export const httpsAddress = address(
  /^[hH][tT][tT][pP][sS]:\/\/[^\s/]+/,
  'an absolute https address such as https://example.test/start',
)

/** Seconds. Ten years is longer than any playground lives, and keeps every sum of dates exact. */
export const seconds = z.int().min(1).max(315_360_000)
