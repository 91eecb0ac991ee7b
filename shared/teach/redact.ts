/**
 * A lesson may be read over a shoulder, and pasted into a ticket. Lessons never use these parameters; what the
 * issuer said in its own words might quote one, so it is searched for their values.
 */
const SECRET_PARAMETERS: ReadonlySet<string> = new Set([
  'client_secret',
  'password',
  'client_assertion',
  'assertion',
  'code',
  'code_verifier',
  'device_code',
  'auth_req_id',
  'token',
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'login_hint_token',
  'logout_token',
  'subject_token',
  'actor_token',
  'request',
  'registration_access_token',
  'client_notification_token',
  'xsrf',
])

/** Shorter values are left: taking every “a” out of a sentence would hide nothing and spoil it. */
const SHORTEST = 4
const JWT_LIKE = /\beyJ[\w-]+(?:\.[\w-]*){1,4}/g

/** The text without any secret that the request carried, and without anything that looks like a token. */
export function redact(text: string, params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .filter(([name, value]) => SECRET_PARAMETERS.has(name) && value.length >= SHORTEST)
    .reduce((redacted, [, value]) => redacted.replaceAll(value, '…'), text)
    .replaceAll(JWT_LIKE, '…')
}
