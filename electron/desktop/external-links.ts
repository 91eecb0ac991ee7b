// What the operating system opens can start any program that has registered an address scheme. A page decides the
// address, so only the two schemes that end up in a browser are handed over.
const browserSchemes: ReadonlySet<string> = new Set(['http:', 'https:'])

/** Hands a web address to the person's browser; anything else is dropped, and false said of it. */
export function openExternalLink(address: string, open: (url: string) => Promise<void>): boolean {
  const url = URL.parse(address)
  if (url === null || !browserSchemes.has(url.protocol)) return false
  // A machine without a browser: the page stays as it is, which is all that can be done about it here.
  open(url.href).catch(() => undefined)
  return true
}
