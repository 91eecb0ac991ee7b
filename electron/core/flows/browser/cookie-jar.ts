/** Cookies as far as the issuer's pages use them (RFC 6265): by host and path, gone when they have expired. */
export interface CookieJar {
  /** The value of the `Cookie` header; empty when there is none. */
  header(url: URL): string
  keep(url: URL, setCookies: readonly string[]): void
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly hostname: string
  readonly path: string
}

export function createCookieJar(): CookieJar {
  const cookies = new Map<string, Cookie>()
  return {
    header: (url) =>
      [...cookies.values()]
        .filter((cookie) => cookie.hostname === url.hostname && isBelow(url.pathname, cookie.path))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    keep(url, setCookies) {
      for (const line of setCookies) {
        const { cookie, isGone } = parseSetCookie(line, url)
        const key = [cookie.hostname, cookie.path, cookie.name].join(' ')
        if (isGone) cookies.delete(key)
        else cookies.set(key, cookie)
      }
    },
  }
}

function parseSetCookie(line: string, { hostname, pathname }: URL): { cookie: Cookie; isGone: boolean } {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim())
  const [name = '', ...value] = pair.split('=')
  const attributes = new Map(rest.map((part) => splitOnce(part)))
  const path = attributes.get('path') ?? pathname.slice(0, Math.max(1, pathname.lastIndexOf('/')))
  const expires = Date.parse(attributes.get('expires') ?? '')
  const isGone = attributes.get('max-age') === '0' || expires <= Date.now()
  return { cookie: { name, value: value.join('='), hostname, path }, isGone }
}

function splitOnce(part: string): [name: string, value: string] {
  const [name = '', ...value] = part.split('=')
  return [name.toLowerCase(), value.join('=')]
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
