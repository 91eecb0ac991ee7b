const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]'])

export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK_HOSTS.has(hostname)
}

/** An `Origin` of a page served from this machine, whatever its port. */
export function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.origin === origin && isLoopbackHost(url.hostname)
}
