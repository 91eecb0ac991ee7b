/** Every way of naming this machine, as a URL's hostname has it. */
export const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'] as const

const HOSTS: ReadonlySet<string> = new Set(LOOPBACK_HOSTS)

export function isLoopbackHost(hostname: string): boolean {
  return HOSTS.has(hostname)
}

/** `http` on the person's own machine, whatever the port (RFC 8252 section 7.3). */
export function isLoopbackHttp(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname } = new URL(uri)
  return protocol === 'http:' && isLoopbackHost(hostname)
}

/** An `Origin` of a page served from this machine, whatever its port. */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.origin === origin && isLoopbackHost(url.hostname)
}

/**
 * Whether two loopback addresses of a native client mean the same: the port is free (RFC 8252 section 7.3), and an
 * address without a path is the one with an empty path, since a URL parser makes one of the other.
 */
export function sameLoopbackAddress(sent: string, registered: string): boolean {
  if (!isLoopbackHttp(sent) || !isLoopbackHttp(registered)) return false
  const [a, b] = [new URL(sent), new URL(registered)]
  return a.hostname === b.hostname && a.pathname === b.pathname && a.search === b.search && a.hash === b.hash
}
