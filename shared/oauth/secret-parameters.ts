/** Parameters whose value is worth something to whoever reads it. */
export const SECRET_PARAMETERS: readonly string[] = [
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
]

/** Whatever looks like a JWT, wherever it stands. */
export const JWT_LIKE = /\beyJ[\w-]+(?:\.[\w-]*){1,4}/g
