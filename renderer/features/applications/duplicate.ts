import type { ClientView } from '#shared/contract/calls/clients.ts'

/** Everything but what only one application can have: its id, its secret, and when it came. */
export function duplicateOf(client: ClientView, client_name: string): Readonly<Record<string, unknown>> {
  const {
    client_id: _client_id,
    client_secret: _client_secret,
    client_id_issued_at: _issuedAt,
    client_secret_expires_at: _expiresAt,
    meta: _meta,
    ...rest
  } = client
  return { ...rest, client_name }
}
