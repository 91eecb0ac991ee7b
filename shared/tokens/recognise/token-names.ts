/** Members and parameters whose value is a token of some kind, in the order in which one looks at them. */
export const TOKEN_NAMES: readonly string[] = [
  'id_token',
  'access_token',
  'refresh_token',
  'logout_token',
  'id_token_hint',
  'request',
  'response',
  'client_assertion',
  'assertion',
  'subject_token',
  'actor_token',
  'software_statement',
  'registration_access_token',
  'token',
  'code',
  'device_code',
  'auth_req_id',
]

/** By these an answer in an address, or a form, is known for one, though no token is in it. */
const PROTOCOL_NAMES: ReadonlySet<string> = new Set([
  ...TOKEN_NAMES,
  'client_id',
  'redirect_uri',
  'response_type',
  'grant_type',
  'state',
  'error',
  'session_state',
])

export function isProtocolName(name: string): boolean {
  return PROTOCOL_NAMES.has(name)
}
