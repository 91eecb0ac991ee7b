import { isLoopbackHost } from '#shared/oauth/loopback.ts'

interface Others {
  /** All addresses of the list, this one among them. */
  readonly all: readonly string[]
  /** Of a native application, whose port on the loopback is free (RFC 8252 section 7.3). */
  readonly isNative?: boolean | undefined
}

/** The usual mistakes with an address that is compared character by character. It may be meant: this is advice. */
export function adviseRedirect(address: string, { all, isNative = false }: Others): string | undefined {
  if (address !== address.trim()) return 'There is a space before or behind it, which belongs to the address.'
  if (all.filter((one) => one === address).length > 1) return 'It stands here twice.'
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (address.includes('#'))
    return 'What stands behind # never leaves the browser, so the issuer takes no such address (RFC 6749 section 3.1.2).'
  const twin = all.find((other) => other !== address && other.replace(/\/$/, '') === address.replace(/\/$/, ''))
  if (twin !== undefined)
    return `It differs from ${twin} by the slash at its end alone. The application sends one of the two.`
  const other = all.find((one) => one !== address && withHttps(one) === withHttps(address))
  if (other !== undefined) return `It differs from ${other} by its scheme alone. The application sends one of the two.`
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname))
    return 'http to another machine: whoever is in between reads the code. Fine in a network of one’s own, for development.'
  if (url.protocol === 'http:' && url.port === '' && !isNative)
    return 'It has no port, which means port 80. Development servers listen on others, such as 3000 or 5173.'
  if (url.protocol === 'http:' && url.hostname === 'localhost') return adviseLocalhost(url, all)
  if (url.protocol === 'http:' && url.hostname === '127.0.0.1') return adviseAddress(url, all)
  if (url.protocol === 'https:' && isLoopbackHost(url.hostname))
    return 'https on this machine: the application has to serve it with a certificate, or the browser stops there.'
  return undefined
}

function withHttps(address: string): string {
  return address.replace(/^http:/, 'https:')
}

function adviseLocalhost(url: URL, all: readonly string[]): string | undefined {
  const other = url.href.replace('//localhost', '//127.0.0.1')
  return hasAddress(all, other) ? undefined : adviseNames('localhost', '127.0.0.1')
}

function adviseAddress(url: URL, all: readonly string[]): string | undefined {
  const other = url.href.replace('//127.0.0.1', '//localhost')
  return hasAddress(all, other) ? undefined : adviseNames('127.0.0.1', 'localhost')
}

function adviseNames(given: string, other: string): string {
  return `An application that sends ${other} instead of ${given} is refused, though it is the same machine.`
}

function hasAddress(all: readonly string[], wanted: string): boolean {
  return all.some((one) => URL.canParse(one) && new URL(one).href === wanted)
}
