import type { ClientView } from '#shared/contract/calls/clients.ts'

/** What has to be new each time; handed in, so that the rest is the same for the same application. */
export interface Fresh {
  readonly state: string
  readonly nonce: string
  readonly code_challenge: string
}

/** Whether the playground's own page may be handed this application's answers. */
export function canAnswerHere(client: ClientView, callback: string): boolean {
  const { redirect_uris, response_types = ['code'], application_type } = client
  if (!isTexts(redirect_uris) || !isTexts(response_types) || !response_types.includes('code')) return false
  return redirect_uris.some((uri) => uri === callback || (application_type === 'native' && isLoopback(uri, callback)))
}

/** RFC 6749 section 4.1.1, with what OpenID Connect and RFC 7636 add. */
export function buildSignInAddress(issuer: string, client: ClientView, callback: string, fresh: Fresh): string {
  const url = new URL('/authorize', issuer)
  url.search = new URLSearchParams({
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: callback,
    scope: scopeOf(client),
    ...fresh,
    code_challenge_method: 'S256',
  }).toString()
  return url.href
}

/** offline_access is ignored without prompt=consent, and nobody redeems the code here anyway. */
function scopeOf({ scope }: ClientView): string {
  const names = typeof scope === 'string' ? scope.split(' ') : ['openid']
  return names.filter((name) => name !== 'offline_access').join(' ')
}

/** A native application may use any port of its own machine: RFC 8252 section 7.3. */
function isLoopback(registered: string, callback: string): boolean {
  const [mine, asked] = [URL.parse(registered), URL.parse(callback)]
  if (mine === null || asked === null || mine.protocol !== 'http:') return false
  return mine.hostname === asked.hostname && mine.pathname === asked.pathname && mine.port === ''
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
