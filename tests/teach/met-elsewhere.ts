/** Names that the tour of the issuer does not come by, and who comes by them. */
import type { EntryContext } from '#shared/teach/contexts.ts'
import type { EntryKind } from '#shared/teach/entry.ts'

export interface MetElsewhere {
  readonly by: string
  readonly kind: EntryKind
  /** Left out: in whatever place. */
  readonly where?: EntryContext
  readonly names: readonly string[]
}

export const MET_ELSEWHERE: readonly MetElsewhere[] = [
  {
    by: 'the walkthroughs with rich requests and DPoP',
    kind: 'parameter',
    where: 'authorization request',
    names: ['authorization_details', 'dpop_jkt'],
  },
  { by: 'the same, in what comes back', kind: 'parameter', where: 'token response', names: ['authorization_details'] },
  { by: 'the same, in their tokens', kind: 'claim', where: 'access token', names: ['authorization_details', 'jkt'] },
  {
    by: 'the same, inside the parameter',
    kind: 'parameter',
    where: 'authorization_details',
    names: ['type', 'locations', 'actions', 'datatypes', 'identifier', 'privileges'],
  },
  {
    by: 'the walkthroughs in which a browser brings tokens: in a fragment, which no server sees, or in a signed answer',
    kind: 'parameter',
    where: 'authorization response',
    names: ['response', 'access_token', 'id_token', 'token_type', 'expires_in', 'scope'],
  },
  {
    by: 'the walkthrough on step-up, and applications that want single claims',
    kind: 'parameter',
    where: 'claims parameter',
    names: ['id_token', 'userinfo', 'essential', 'value', 'values'],
  },
  {
    by: 'the walkthrough on logout, from server to server',
    kind: 'parameter',
    where: 'back-channel logout request',
    names: ['logout_token'],
  },
  {
    by: 'the same, in its token',
    kind: 'claim',
    where: 'logout token',
    names: ['events', 'http://schemas.openid.net/event/backchannel-logout'],
  },
  {
    by: 'whoever pastes a token of somebody else, an encrypted one among them, where tokens are read',
    kind: 'parameter',
    names: ['alg', 'enc', 'zip', 'epk', 'apu', 'apv', 'p2s', 'p2c', 'iv', 'tag', 'x5u', 'x5t', 'x5t#S256', 'b64'],
  },
  { by: 'the walkthrough on cookies', kind: 'header', names: ['X-CSRF-Token'] },
  {
    by: 'the walkthrough on client credentials, in the form',
    kind: 'parameter',
    where: 'token request',
    names: ['client_secret'],
  },
  {
    by: 'whoever answers the issuer’s pages',
    kind: 'parameter',
    where: 'issuer page',
    names: ['username', 'password', 'code', 'request', 'csrf'],
  },
  { by: 'whoever confirms a device', kind: 'parameter', where: 'device page', names: ['confirm', 'abort'] },
  {
    by: 'applications that call an API in one of the other ways of RFC 6750',
    kind: 'parameter',
    where: 'userinfo request',
    names: ['access_token', 'scope'],
  },
  {
    by: 'applications that revoke, introspect and log out with all that they may say',
    kind: 'parameter',
    names: ['token_type_hint', 'logout_hint'],
  },
  {
    by: 'applications of CIBA with all that they may say',
    kind: 'parameter',
    where: 'backchannel authentication request',
    names: ['login_hint_token', 'user_code', 'requested_expiry', 'client_notification_token', 'request_context'],
  },
  {
    by: 'applications that are sent a user by somebody else',
    kind: 'parameter',
    where: 'login initiation',
    names: ['iss', 'login_hint', 'target_link_uri'],
  },
  {
    by: 'applications whose API refuses a token',
    kind: 'parameter',
    where: 'WWW-Authenticate challenge',
    names: ['error', 'error_description', 'error_uri', 'scope'],
  },
  {
    by: 'applications that register with more than this issuer keeps',
    kind: 'metadata',
    where: 'registration request',
    names: [
      'software_statement',
      'tls_client_certificate_bound_access_tokens',
      'backchannel_client_notification_endpoint',
    ],
  },
  {
    by: 'real browsers',
    kind: 'header',
    names: [
      'Referer',
      'Upgrade-Insecure-Requests',
      'Priority',
      'Sec-CH-UA',
      'Sec-CH-UA-Mobile',
      'Sec-CH-UA-Platform',
      'Sec-Fetch-Site',
      'Sec-Fetch-User',
      'Sec-Fetch-Dest',
    ],
  },
  {
    by: 'proxies in front',
    kind: 'header',
    names: ['X-Forwarded-For', 'X-Forwarded-Proto', 'X-Forwarded-Host', 'Content-Encoding', 'Transfer-Encoding'],
  },
  {
    by: 'issuers and APIs of others, and wrong methods',
    kind: 'header',
    names: [
      'Pragma',
      'Retry-After',
      'Allow',
      'ETag',
      'X-Frame-Options',
      'Strict-Transport-Security',
      'Access-Control-Allow-Credentials',
    ],
  },
  {
    by: 'issuers of others, in what they say of themselves',
    kind: 'metadata',
    where: 'issuer metadata',
    names: [
      'service_documentation',
      'op_policy_uri',
      'op_tos_uri',
      'claims_locales_supported',
      'ui_locales_supported',
      'display_values_supported',
      'introspection_endpoint_auth_methods_supported',
      'revocation_endpoint_auth_methods_supported',
      'require_request_uri_registration',
      'require_pushed_authorization_requests',
      'require_signed_request_object',
    ],
  },
  {
    by: 'APIs of others, in what they say of themselves',
    kind: 'metadata',
    where: 'API metadata',
    names: ['resource_signing_alg_values_supported', 'dpop_bound_access_tokens_required'],
  },
  { by: 'issuers of others, in an answer', kind: 'parameter', names: ['session_state', 'error_uri'] },
  {
    by: 'tokens of others that are looked at here',
    kind: 'claim',
    names: [
      'nbf',
      'azp',
      'middle_name',
      'profile',
      'picture',
      'website',
      'entitlements',
      'username',
      'token_introspection',
      '_claim_names',
      '_claim_sources',
    ],
  },
  { by: 'the same, in their headers', kind: 'parameter', where: 'JOSE header', names: ['cty', 'crit', 'x5c', 'jku'] },
  { by: 'keys of others, and private ones', kind: 'parameter', where: 'key', names: ['key_ops', 'd', 'k'] },
  {
    by: 'APIs of others that answer by RFC 9457',
    kind: 'parameter',
    where: 'API response',
    names: ['type', 'instance'],
  },
  {
    by: 'issuers that fail, and those with several accounts in one session',
    kind: 'error',
    names: ['server_error', 'account_selection_required'],
  },
]
