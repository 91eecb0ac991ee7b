/** What was typed as an http or https address; a path means the issuer's. */
export function parseAddress(text: string, issuer: string): string | undefined {
  const typed = text.trim()
  if (typed.startsWith('/') && !typed.startsWith('//')) return new URL(typed, issuer).href
  const url = URL.parse(hasScheme(typed) ? typed : `http://${typed}`)
  return url !== null && isWeb(url) && typed !== '' ? url.href : undefined
}

/** `localhost:4400` looks like one, and is a host with a port. */
function hasScheme(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text)
}

/** A host of names and numbers. Some browsers make one of any words at all. */
function isWeb({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && /^([\w.-]+|\[[\da-f:.]+\])$/i.test(hostname)
}
