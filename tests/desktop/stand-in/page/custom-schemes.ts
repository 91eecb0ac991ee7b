/**
 * Chromium knows no scheme of the program's own, so its pages get an https origin that leads nowhere and is answered by
 * the program. The program sees its own addresses throughout; only `location` and `origin` inside of the page tell.
 */
const privileged = new Set<string>()

/** `app://valetkey/traffic` is shown as `https://valetkey.app.invalid/traffic`. */
export function toShown(address: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(address) ?? []
  if (!privileged.has(scheme)) return address
  const [host = ''] = rest.split(/[/?#]/)
  return `https://${host}.${scheme}.invalid${rest.slice(host.length)}`
}

export function fromShown(address: string): string {
  const [, host = '', scheme = '', rest = ''] =
    /^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.invalid(.*)$/is.exec(address) ?? []
  return privileged.has(scheme) ? `${scheme}://${host}${rest}` : address
}

export function addScheme(scheme: string): void {
  privileged.add(scheme)
}

/** What requests of such pages look like, for `Fetch.enable`. */
export function shownPatterns(): readonly string[] {
  return [...privileged].map((scheme) => `https://*.${scheme}.invalid/*`)
}
