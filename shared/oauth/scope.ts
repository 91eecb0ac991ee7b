/** The scopes that OpenID Connect gives a meaning to; every other belongs to some API. */
export const OIDC_SCOPES = ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'] as const

const DESCRIPTIONS: Readonly<Record<(typeof OIDC_SCOPES)[number], string>> = {
  openid: 'Know who you are',
  profile: 'See your profile: name, picture, language and the like',
  email: 'See your e-mail address',
  address: 'See your postal address',
  phone: 'See your phone number',
  offline_access: 'Stay signed in: get new tokens while you are away',
}

const OIDC_SCOPE_SET: ReadonlySet<string> = new Set(OIDC_SCOPES)

export function isOidcScope(scope: string): scope is (typeof OIDC_SCOPES)[number] {
  return OIDC_SCOPE_SET.has(scope)
}

export function describeOidcScope(scope: string): string | undefined {
  return isOidcScope(scope) ? DESCRIPTIONS[scope] : undefined
}

export function splitScope(scope: unknown): string[] {
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : []
}
