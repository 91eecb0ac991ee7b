export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

/** What a JWT says, read and not checked; undefined for anything else. */
export function decodeJwt(text: string): DecodedJwt | undefined {
  const parts = text.split('.')
  const [header, claims] = [readPart(parts[0]), readPart(parts[1])]
  if (parts.length !== 3 || header === undefined || claims === undefined) return undefined
  return { header, claims }
}

function readPart(part: string | undefined): DecodedJwt['header'] | undefined {
  if (part === undefined || !/^[\w-]+$/.test(part)) return undefined
  try {
    const bytes = Uint8Array.from(
      atob(part.replaceAll('-', '+').replaceAll('_', '/')),
      (sign) => sign.codePointAt(0) ?? 0,
    )
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as DecodedJwt['header'])
      : undefined
  } catch {
    return undefined
  }
}
