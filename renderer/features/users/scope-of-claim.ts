/** OpenID Connect Core section 5.4; whatever no scope of the standard releases, `profile` does. */
const SCOPES: ReadonlyMap<string, string> = new Map([
  ['email', 'email'],
  ['email_verified', 'email'],
  ['address', 'address'],
  ['phone_number', 'phone'],
  ['phone_number_verified', 'phone'],
  ['sub', 'openid'],
])

export function scopeOfClaim(claim: string): string {
  return SCOPES.get(claim) ?? 'profile'
}
