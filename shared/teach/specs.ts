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
export const OIDC = {
  authRequest: { label: 'OpenID Connect Core §3.1.2.1', href: `${OPENID}/openid-connect-core-1_0.html#AuthRequest` },
  authError: { label: 'OpenID Connect Core §3.1.2.6', href: `${OPENID}/openid-connect-core-1_0.html#AuthError` },
  implicitRequest: {
    label: 'OpenID Connect Core §3.2.2.1',
    href: `${OPENID}/openid-connect-core-1_0.html#ImplicitAuthRequest`,
  },
  scopeClaims: { label: 'OpenID Connect Core §5.4', href: `${OPENID}/openid-connect-core-1_0.html#ScopeClaims` },
  claimsParameter: {
    label: 'OpenID Connect Core §5.5',
    href: `${OPENID}/openid-connect-core-1_0.html#ClaimsParameter`,
  },
  responseModes: {
    label: 'OAuth 2.0 Multiple Response Types §2.1',
    href: `${OPENID}/oauth-v2-multiple-response-types-1_0.html#ResponseModes`,
  },
  logout: {
    label: 'OpenID Connect RP-Initiated Logout §2',
    href: `${OPENID}/openid-connect-rpinitiated-1_0.html#RPLogout`,
  },
  logoutRedirect: {
    label: 'OpenID Connect RP-Initiated Logout §3',
    href: `${OPENID}/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout`,
  },
} as const satisfies Readonly<Record<string, Link>>

export const METADATA_DOCUMENT: Link = {
  label: 'Client ID Metadata Document',
  href: 'https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/',
}
