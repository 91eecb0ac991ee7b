import { JWT_LIKE, SECRET_PARAMETERS } from '../oauth/secret-parameters.ts'

/**
 * A lesson may be read over a shoulder, and pasted into a ticket. Lessons never use these parameters; what the
 * issuer said in its own words might quote one, so it is searched for their values.
 */
const NAMES: ReadonlySet<string> = new Set(SECRET_PARAMETERS)

/** Shorter values are left: taking every “a” out of a sentence would hide nothing and spoil it. */
const SHORTEST = 4

/** The text without any secret that the request carried, and without anything that looks like a token. */
export function redact(text: string, params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .filter(([name, value]) => NAMES.has(name) && value.length >= SHORTEST)
    .reduce((redacted, [, value]) => redacted.replaceAll(value, '…'), text)
    .replaceAll(JWT_LIKE, '…')
}
