/** Where an issuer's metadata can be, by its address. */

const MARK = '/.well-known/'

/**
 * OpenID Connect Discovery section 4 puts the well-known part behind the path, RFC 8414 section 3.1 before it. Where
 * there is no path, both come to the same.
 */
export function wellKnownAddresses(address: string): readonly string[] {
  if (address.includes(MARK)) return [address]
  const { origin, pathname } = new URL(address)
  const path = pathname.replace(/\/$/, '')
  const [oidc, oauth] = ['openid-configuration', 'oauth-authorization-server'].map((name) => `${MARK}${name}`)
  return [
    ...new Set([
      `${origin}${path}${oidc}`,
      `${origin}${oauth}${path}`,
      `${origin}${oidc}${path}`,
      `${origin}${path}${oauth}`,
    ]),
  ]
}
