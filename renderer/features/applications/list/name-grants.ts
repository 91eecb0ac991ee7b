import { GRANT } from '#shared/oauth/protocol.ts'

const SHORT: Readonly<Record<string, string>> = {
  [GRANT.authorizationCode]: 'code',
  [GRANT.implicit]: 'implicit',
  [GRANT.refreshToken]: 'refresh',
  [GRANT.clientCredentials]: 'credentials',
  [GRANT.password]: 'password',
  [GRANT.deviceCode]: 'device',
  [GRANT.ciba]: 'CIBA',
  [GRANT.tokenExchange]: 'exchange',
  [GRANT.jwtBearer]: 'JWT bearer',
}

/** As a list has room for them. */
export function nameGrants(client: Readonly<Record<string, unknown>>): string {
  const { grant_types: grants = [GRANT.authorizationCode] } = client
  return Array.isArray(grants) ? grants.map((grant) => SHORT[String(grant)] ?? String(grant)).join(', ') : ''
}
