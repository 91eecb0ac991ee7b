export type ChallengeParameters = Readonly<Record<string, string | undefined>>

/** One challenge of a `WWW-Authenticate` header (RFC 9110 section 11.6.1); parameters without a value are left out. */
export function buildChallenge(scheme: string, parameters: ChallengeParameters): string {
  const pairs = Object.entries(parameters)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([name, value]) => `${name}=${quoteString(value)}`)
  return [scheme, pairs.join(', ')].filter((part) => part !== '').join(' ')
}

/** RFC 9110 section 5.6.4. Control characters would end or split the header, so they become spaces. */
export function quoteString(value: string): string {
  return `"${toVisibleAscii(value).replace(/["\\]/g, '\\$&')}"`
}

/**
 * Text as RFC 6750 section 3 allows it in `error_description`: printable ASCII without the quote and the backslash,
 * which may not even be escaped there.
 */
export function toErrorDescription(text: string): string {
  return toVisibleAscii(text).replaceAll('"', "'").replaceAll('\\', '/')
}

/** Every character of the text as one printable ASCII character: space for controls, `?` for anything beyond. */
function toVisibleAscii(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').replace(/[^\u0020-\u007e]/gu, '?')
}
