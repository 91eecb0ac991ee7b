import { GRANT } from '#shared/oauth/protocol.ts'

import { TEXT } from './text.ts'

/** RFC 7591 metadata, with whatever else. */
type Metadata = Readonly<Record<string, unknown>>

/** What the metadata lets one guess: no member of it says so outright. */
export function explainKind(client: Metadata): string {
  const { kinds } = TEXT
  const grants = grantsOf(client)
  if (grants.includes(GRANT.deviceCode)) return kinds.device
  if (!grants.includes(GRANT.authorizationCode) && !grants.includes(GRANT.implicit)) {
    if (grants.includes(GRANT.password)) return kinds.password
    return grants.includes(GRANT.clientCredentials) || grants.includes(GRANT.ciba) ? kinds.service : kinds.other
  }
  if (client['application_type'] === 'native') return kinds.native
  return isPublic(client) ? kinds.browser : kinds.server
}

const SECRET_METHODS: ReadonlySet<unknown> = new Set(['client_secret_basic', 'client_secret_post', 'client_secret_jwt'])

export function usesSecret(client: Metadata): boolean {
  return SECRET_METHODS.has(client['token_endpoint_auth_method'] ?? 'client_secret_basic')
}

export function isPublic(client: Metadata): boolean {
  return client['token_endpoint_auth_method'] === 'none'
}

function grantsOf({ grant_types }: Metadata): readonly unknown[] {
  return Array.isArray(grant_types) ? grant_types : [GRANT.authorizationCode]
}
