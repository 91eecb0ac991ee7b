import type { Link } from './lesson.ts'

/** A link to a section of an RFC: `rfc(6749, '4.1.2.1')`. */
export function rfc(number: number, section?: string): Link {
  const href = `https://www.rfc-editor.org/rfc/rfc${number}`
  return section === undefined
    ? { label: `RFC ${number}`, href }
    : { label: `RFC ${number} §${section}`, href: `${href}#section-${section}` }
}

const OPENID = 'https://openid.net/specs'

/** OpenID's documents name their anchors, so each section that is linked to stands here with its anchor. */
const CORE = {
  '2': 'IDToken',
  '3.1.2.1': 'AuthRequest',
  '3.1.2.3': 'Authenticates',
  '3.1.2.4': 'Consent',
  '3.1.2.5': 'AuthResponse',
  '3.1.2.6': 'AuthError',
  '3.1.3.1': 'TokenRequest',
  '3.1.3.3': 'TokenResponse',
  '3.1.3.6': 'CodeIDToken',
  '3.1.3.7': 'IDTokenValidation',
  '3.2.2.1': 'ImplicitAuthRequest',
  '3.2.2.5': 'ImplicitAuthResponse',
  '3.3.2.11': 'HybridIDToken',
  '4': 'ThirdPartyInitiatedLogin',
  '5.1': 'StandardClaims',
  '5.1.1': 'AddressClaim',
  '5.1.2': 'AdditionalClaims',
  '5.3': 'UserInfo',
  '5.3.1': 'UserInfoRequest',
  '5.3.2': 'UserInfoResponse',
  '5.4': 'ScopeClaims',
  '5.5': 'ClaimsParameter',
  '5.5.1': 'IndividualClaimsRequests',
  '5.5.1.1': 'acrSemantics',
  '5.6': 'ClaimTypes',
  '6.1': 'RequestObject',
  '6.2': 'RequestUriParameter',
  '7.2.1': 'RegistrationParameter',
  '8': 'SubjectIDTypes',
  '8.1': 'PairwiseAlg',
  '9': 'ClientAuthentication',
  '10.1': 'Signing',
  '11': 'OfflineAccess',
  '12': 'RefreshTokens',
} as const

export function core(section: keyof typeof CORE): Link {
  return openid('OpenID Connect Core', 'openid-connect-core-1_0', section, CORE[section])
}

const DISCOVERY = { '3': 'ProviderMetadata', '4': 'ProviderConfig' } as const

export function discovery(section: keyof typeof DISCOVERY): Link {
  return openid('OpenID Connect Discovery', 'openid-connect-discovery-1_0', section, DISCOVERY[section])
}

const REGISTRATION = {
  '2': 'ClientMetadata',
  '3.2': 'RegistrationResponse',
  '3.3': 'RegistrationError',
  '5': 'SectorIdentifierValidation',
} as const

export function registration(section: keyof typeof REGISTRATION): Link {
  return openid('OpenID Connect Registration', 'openid-connect-registration-1_0', section, REGISTRATION[section])
}

const LOGOUT = { '2': 'RPLogout', '2.1': 'OPMetadata', '3': 'RedirectionAfterLogout', '3.1': 'ClientMetadata' } as const

export function logout(section: keyof typeof LOGOUT): Link {
  return openid('OpenID Connect RP-Initiated Logout', 'openid-connect-rpinitiated-1_0', section, LOGOUT[section])
}

const BACKCHANNEL = {
  '2.1': 'BCSupport',
  '2.2': 'BCRegistration',
  '2.4': 'LogoutToken',
  '2.5': 'BCRequest',
  '2.6': 'Validation',
  '2.8': 'BCResponse',
} as const

export function backchannelLogout(section: keyof typeof BACKCHANNEL): Link {
  return openid('OpenID Connect Back-Channel Logout', 'openid-connect-backchannel-1_0', section, BACKCHANNEL[section])
}

export function ciba(section: string): Link {
  const document = 'openid-client-initiated-backchannel-authentication-core-1_0'
  return openid('OpenID Connect CIBA', document, section, `rfc.section.${section}`)
}

/** JWT-secured authorization responses. */
export function jarm(section: string): Link {
  return openid('JARM', 'oauth-v2-jarm', section, `section-${section}`)
}

/** Of the Financial-grade API 1.0, part 2, whose sections have names. */
export function fapi(section: '5.1'): Link {
  return openid('FAPI 1.0 Advanced', 'openid-financial-api-part-2-1_0', section, 'id-token-as-detached-signature')
}

function openid(title: string, document: string, section: string, anchor: string): Link {
  return { label: `${title} §${section}`, href: `${OPENID}/${document}.html#${anchor}` }
}

/** CORS and its neighbours, as browsers do it. */
export function fetchStandard(anchor: string): Link {
  return { label: 'Fetch Standard', href: `https://fetch.spec.whatwg.org/#${anchor}` }
}

export function w3c(title: string, document: string, anchor: string): Link {
  return { label: title, href: `https://www.w3.org/TR/${document}/#${anchor}` }
}

export function clientHints(anchor: string): Link {
  return { label: 'User-Agent Client Hints', href: `https://wicg.github.io/ua-client-hints/#${anchor}` }
}

export const OIDC = {
  authRequest: core('3.1.2.1'),
  authError: core('3.1.2.6'),
  implicitRequest: core('3.2.2.1'),
  scopeClaims: core('5.4'),
  claimsParameter: core('5.5'),
  responseModes: openid(
    'OAuth 2.0 Multiple Response Types',
    'oauth-v2-multiple-response-types-1_0',
    '2.1',
    'ResponseModes',
  ),
  formPost: openid(
    'OAuth 2.0 Form Post Response Mode',
    'oauth-v2-form-post-response-mode-1_0',
    '2',
    'FormPostResponseMode',
  ),
  promptCreate: {
    label: 'Initiating User Registration via OpenID Connect',
    href: `${OPENID}/openid-connect-prompt-create-1_0.html#discovery`,
  },
  sessionState: {
    label: 'OpenID Connect Session Management §2',
    href: `${OPENID}/openid-connect-session-1_0.html#CreatingUpdatingSessions`,
  },
  fapiCiba: { label: 'FAPI CIBA Profile', href: `${OPENID}/openid-financial-api-ciba-ID1.html` },
  unmetAuthentication: {
    label: 'OpenID Connect Unmet Authentication Requirements',
    href: `${OPENID}/openid-connect-unmet-authentication-requirements-1_0.html`,
  },
  logout: logout('2'),
  logoutRedirect: logout('3'),
} as const satisfies Readonly<Record<string, Link>>

export const METADATA_DOCUMENT: Link = {
  label: 'Client ID Metadata Document',
  href: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/',
}

/** Drafts, so each is linked to as a whole. */
export const OAUTH_2_1: Link = draft('OAuth 2.1', 'draft-ietf-oauth-v2-1')
export const BROWSER_APPS: Link = draft(
  'OAuth 2.0 for Browser-Based Applications',
  'draft-ietf-oauth-browser-based-apps',
)
export const COOKIES: Link = draft('Cookies (RFC 6265bis)', 'draft-ietf-httpbis-rfc6265bis')

function draft(label: string, name: string): Link {
  return { label, href: `https://datatracker.ietf.org/doc/${name}/` }
}

export const OAUTH_1_0: Link = { label: 'OAuth Core 1.0', href: 'https://oauth.net/core/1.0/' }
