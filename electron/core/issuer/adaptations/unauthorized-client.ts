import type { KoaContextWithOIDC, Provider } from 'oidc-provider'

const GRANT_NOT_ALLOWED = /^(requested grant type|urn:\S+) is not allowed for this client$/

interface ProtocolError extends Error {
  error: string
  error_description?: string | undefined
}

/**
 * RFC 6749 section 5.2 has a name for a client that uses a grant it is not registered for: `unauthorized_client`.
 * oidc-provider says `invalid_request`. Its events come when the answer stands and has not left yet.
 */
export function nameUnauthorizedClients(provider: Provider): void {
  for (const event of ['grant.error', 'device_authorization.error', 'backchannel_authentication.error'] as const) {
    provider.on(event as 'grant.error', (ctx: KoaContextWithOIDC, error: ProtocolError) => {
      if (error.message !== 'invalid_request' || !GRANT_NOT_ALLOWED.test(error.error_description ?? '')) return
      error.error = 'unauthorized_client'
      error.message = 'unauthorized_client'
      if (isAnswer(ctx.body)) ctx.body = { ...ctx.body, error: 'unauthorized_client' }
    })
  }
}

function isAnswer(body: unknown): body is { readonly error: string } {
  return typeof body === 'object' && body !== null && 'error' in body
}
