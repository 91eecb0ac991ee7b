import type { TokenResponse } from './token-request.ts'

export interface DecodedToken {
  readonly header: unknown
  readonly payload: unknown
}

/** Null: there, and nothing that can be read without asking the issuer. */
export type Decoded = Readonly<Partial<Record<'access_token' | 'id_token', DecodedToken | null>>>

export function decodeTokens({ access_token, id_token }: TokenResponse): Decoded {
  return {
    access_token: decodeJwt(access_token),
    ...(id_token !== undefined && { id_token: decodeJwt(id_token) }),
  }
}

export function decodeJwt(token: string): DecodedToken | null {
  const [header = '', payload = '', signature] = token.split('.')
  if (signature === undefined) return null
  try {
    return { header: decodePart(header), payload: decodePart(payload) }
  } catch {
    return null
  }
}

function decodePart(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
}
