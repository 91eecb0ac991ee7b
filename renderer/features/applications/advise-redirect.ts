import { isLoopbackHost } from '#shared/oauth/loopback.ts'

interface Others {
  /** All addresses of the list, this one among them. */
  readonly all: readonly string[]
}

/** The usual mistakes with an address that is compared character by character. It may be meant: this is advice. */
export function adviseRedirect(address: string, { all }: Others): string | undefined {
  if (address !== address.trim()) return 'There is a space before or behind it, which belongs to the address.'
  if (all.filter((one) => one === address).length > 1) return 'It stands here twice.'
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const twin = all.find((other) => other !== address && other.replace(/\/$/, '') === address.replace(/\/$/, ''))
  if (twin !== undefined)
    return `It differs from ${twin} by the slash at its end alone. The application sends one of the two.`
  if (url.protocol === 'http:' && url.hostname === 'localhost') return adviseLocalhost(url, all)
  if (url.protocol === 'http:' && url.hostname === '127.0.0.1') return adviseAddress(url, all)
  if (url.protocol === 'https:' && isLoopbackHost(url.hostname))
    return 'https on this machine: the application has to serve it with a certificate, or the browser stops there.'
  return undefined
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
