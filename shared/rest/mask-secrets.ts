/** What opens something when somebody else reads it; of a private key (RFC 7518 section 6), the parts that are. */
const SECRETS: ReadonlySet<string> = new Set(
  'client_secret password totpSecret secret token registration_access_token private_key d p q dp dq qi k'.split(' '),
)

export const MASK = '***'

/** A copy in which no secret can be read. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRETS.has(name) && typeof inner === 'string' ? MASK : maskSecrets(inner),
    ]),
  )
}
