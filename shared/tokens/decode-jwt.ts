import { decodeObject } from './base64url.ts'
import type { JsonObject } from './json-object.ts'

export interface DecodedJwt {
  readonly header: JsonObject
  readonly claims: JsonObject
}

/** What a JWT says, read and not checked; undefined for anything else. */
export function decodeJwt(text: string): DecodedJwt | undefined {
  const [first, second, third, ...rest] = text.split('.')
  if (first === undefined || second === undefined || third === undefined || rest.length > 0) return undefined
  const [header, claims] = [decodeObject(first), decodeObject(second)]
  return header === undefined || claims === undefined ? undefined : { header, claims }
}
