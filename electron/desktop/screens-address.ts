/** Where the screens live in the window: an origin of their own, that no server on any network can claim to be. */
export const SCREENS_SCHEME = 'app'
const SCREENS_HOST = 'valetkey'
export const SCREENS_ADDRESS = `${SCREENS_SCHEME}://${SCREENS_HOST}/`

/** To the parser an address of this scheme has an opaque origin, so its parts are compared. */
export function isScreensAddress(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.protocol !== `${SCREENS_SCHEME}:` || url.host !== SCREENS_HOST) return false
  return url.username === '' && url.password === ''
}

/** Where the screens' development server is; a packaged program knows none, whatever its surroundings say. */
export function findDevServer(isPackaged: boolean, env: NodeJS.ProcessEnv): string | undefined {
  const address = isPackaged ? null : URL.parse(env['ELECTRON_RENDERER_URL'] ?? '')
  return address?.protocol === 'http:' ? address.origin : undefined
}
