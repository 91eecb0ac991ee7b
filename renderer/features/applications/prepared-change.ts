import type { ClientView } from '#shared/contract/calls/clients.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

/** What the issuer's error pages prepare in an address (shared/teach/screen-links.ts), by the member that it goes to. */
const PREPARED = {
  'add-redirect-uri': 'redirect_uris',
  'add-post-logout-redirect-uri': 'post_logout_redirect_uris',
  'add-response-type': 'response_types',
} as const

type ListMember = (typeof PREPARED)[keyof typeof PREPARED]

export interface PreparedChange {
  /** In the address. */
  readonly parameter: string
  readonly member: ListMember
  readonly value: string
  readonly isThere: boolean
  /** A merge patch that makes the change, and one that takes it back. */
  readonly changes: Readonly<Record<string, readonly string[]>>
  readonly undo: Readonly<Record<string, readonly string[] | null>>
}

export function readPreparedChange(query: URLSearchParams, client: ClientView): PreparedChange | undefined {
  const [parameter, member] = Object.entries(PREPARED).find(([name]) => query.has(name)) ?? []
  const value = parameter === undefined ? '' : (query.get(parameter) ?? '')
  if (parameter === undefined || member === undefined || value === '') return undefined
  const before = listOf(client, member)
  const changes = { [member]: [...before, value], ...neededGrants(client, member, value) }
  const undo = Object.fromEntries(
    Object.keys(changes).map((name) => [name, Array.isArray(client[name]) ? listOf(client, name) : null]),
  )
  return { parameter, member, value, isThere: before.includes(value), changes, undo }
}

/** A response type is of no use without the grants that it stands for. */
function neededGrants(client: ClientView, member: ListMember, value: string): Partial<Record<'grant_types', string[]>> {
  if (member !== 'response_types') return {}
  const types = value.split(' ')
  const before = listOf(client, 'grant_types')
  const needed = [
    ...(types.includes('code') ? [GRANT.authorizationCode] : []),
    ...(types.includes('token') || types.includes('id_token') ? [GRANT.implicit] : []),
  ].filter((grant) => !before.includes(grant))
  return needed.length === 0 ? {} : { grant_types: [...before, ...needed] }
}

export function listOf(client: Readonly<Record<string, unknown>>, member: string): readonly string[] {
  const value = client[member]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

/** What `/applications/new` has in its address. */
export function readNewClient(query: URLSearchParams): Readonly<Record<string, string | readonly string[]>> {
  const client_id = query.get('client_id') ?? ''
  const redirect_uri = query.get('redirect_uri') ?? ''
  return {
    ...(client_id !== '' && { client_id, client_name: client_id }),
    ...(redirect_uri !== '' && { redirect_uris: [redirect_uri] }),
    token_endpoint_auth_method: 'none',
    grant_types: [GRANT.authorizationCode, GRANT.refreshToken],
    response_types: ['code'],
  }
}
