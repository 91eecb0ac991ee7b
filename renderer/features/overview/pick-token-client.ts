import type { ClientView } from '#shared/contract/calls/clients.ts'
import { GRANT } from '#shared/oauth/protocol.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'

/** An application that gets a token with one command: it acts for itself, and has a secret for HTTP Basic. */
export function pickTokenClient(clients: readonly ClientView[]): ClientView | undefined {
  return clients.find((client) => {
    const { grant_types, token_endpoint_auth_method = 'client_secret_basic' } = client
    const isService = Array.isArray(grant_types) && grant_types.includes(GRANT.clientCredentials)
    return isService && token_endpoint_auth_method === 'client_secret_basic'
  })
}

/** Without a user there are no claims, so only an API's scopes make sense. */
export function pickScope({ scope }: ClientView): string | undefined {
  return splitScope(scope).find((name) => !isOidcScope(name))
}
