/** What stands between method and version in the first line of a request (RFC 9112 section 3.2). */

export interface RequestTarget {
  /** Path and query, as everything behind the listener expects them. */
  readonly path: string
  /** Named by the target itself, which then counts instead of `Host`. */
  readonly host?: string
}

/** Undefined for what is no address of a resource: `*`, a fragment, another scheme. */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  if (target.includes('#')) return undefined
  if (target.startsWith('/')) return { path: encodeStrayBytes(target) }
  const [, host, path = ''] = /^https?:\/\/([^/?]+)(.*)$/is.exec(target) ?? []
  if (host === undefined) return undefined
  return { host, path: encodeStrayBytes(path.startsWith('/') ? path : `/${path}`) }
}

/**
 * Letters beyond ASCII should have been percent-encoded, and `curl 'http://localhost:4400/...?q=Zürich'` does not.
 * Node gives one character for each byte of the line, so this writes the very bytes that were sent.
 */
function encodeStrayBytes(path: string): string {
  return path.replaceAll(
    /[^\x21-\x7e]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
