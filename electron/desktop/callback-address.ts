/** The redirect address of native clients: a scheme of its own (RFC 8252, 7.1). Any program can open it. */
export const CALLBACK_SCHEME = 'valetkey'

const MOST_CHARACTERS = 65_536

/** The address as it is passed on, or undefined when it is not a callback. */
export function parseCallback(address: string): string | undefined {
  if (address.length > MOST_CHARACTERS) return undefined
  const url = URL.parse(address)
  if (url?.protocol !== `${CALLBACK_SCHEME}:` || url.host !== 'callback') return undefined
  if (url.username !== '' || url.password !== '') return undefined
  return url.pathname === '' || url.pathname === '/' ? url.href : undefined
}

/** Windows and Linux hand it over as an argument, anywhere among those that Chromium adds. */
export function findCallback(argv: readonly string[]): string | undefined {
  return argv
    .slice(1)
    .map(parseCallback)
    .find((address) => address !== undefined)
}
