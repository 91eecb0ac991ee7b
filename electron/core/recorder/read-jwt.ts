/** What a JWT claims, unchecked: the issuer made or received it, and here it is only looked at. */
export function readJwt(jwt: string | undefined): Readonly<Record<string, unknown>> {
  const [, payload, signature] = jwt?.split('.', 3) ?? []
  if (payload === undefined || signature === undefined) return {}
  return parseObject(Buffer.from(payload, 'base64url').toString('utf8')) ?? {}
}

export function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

/** The members that are texts. */
export function textsOf(members: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, string] => typeof member[1] === 'string'),
  )
}
