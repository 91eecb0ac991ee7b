import { decodeObject, decodeText } from './base64url.ts'
import { type JsonObject, parseJsonObject } from './json-object.ts'

/** Signed, in three parts (RFC 7515). */
export interface Jws {
  readonly type: 'jws'
  readonly text: string
  readonly header: JsonObject
  /** Of a JWS in JSON: what the signature does not cover. */
  readonly unprotected?: JsonObject | undefined
  /** As text; undefined where it is none. */
  readonly payload: string | undefined
  /** The payload, where it is a JSON object: then the JWS is a JWT (RFC 7519). */
  readonly claims: JsonObject | undefined
  readonly parts: { readonly header: string; readonly payload: string; readonly signature: string }
}

/** Encrypted, in five parts (RFC 7516). */
export interface Jwe {
  readonly type: 'jwe'
  readonly text: string
  readonly header: JsonObject
  readonly parts: {
    readonly header: string
    readonly key: string
    readonly iv: string
    readonly ciphertext: string
    readonly tag: string
  }
}

/** Says nothing to whoever has it: only who made it knows. */
export interface Opaque {
  readonly type: 'opaque'
  readonly text: string
}

/** A JSON object that is no token and speaks of one, or of somebody: an introspection or UserInfo answer. */
export interface Statement {
  readonly type: 'statement'
  readonly text: string
  readonly claims: JsonObject
}

/** A key or a set of them (RFC 7517). */
export interface Keys {
  readonly type: 'keys'
  readonly text: string
  readonly keys: readonly JsonObject[]
}

/** What a Basic header holds. */
export interface Credentials {
  readonly type: 'credentials'
  readonly text: string
  readonly client_id: string
  readonly client_secret: string
}

export type Token = Jws | Jwe | Opaque | Statement | Keys | Credentials

const COMPACT = /^[\w-]+(?:\.[\w-]*){2,4}$/

/** A token in one piece; what has no parts that can be read is opaque. */
export function parseToken(text: string): Jws | Jwe | Opaque {
  return parseCompact(text) ?? { type: 'opaque', text }
}

/** The compact form of a JWS or a JWE, and nothing else. */
export function parseCompact(text: string): Jws | Jwe | undefined {
  if (!COMPACT.test(text)) return undefined
  const parts = text.split('.')
  return parts.length === 3 ? parseJws(text, parts) : parts.length === 5 ? parseJwe(text, parts) : undefined
}

function parseJws(text: string, [header = '', payload = '', signature = '']: readonly string[]): Jws | undefined {
  const decoded = decodeObject(header)
  if (decoded === undefined) return undefined
  const said = decodeText(payload)
  return {
    type: 'jws',
    text,
    header: decoded,
    payload: said,
    claims: said === undefined ? undefined : parseJsonObject(said),
    parts: { header, payload, signature },
  }
}

function parseJwe(text: string, parts: readonly string[]): Jwe | undefined {
  const [header = '', key = '', iv = '', ciphertext = '', tag = ''] = parts
  const decoded = decodeObject(header)
  // Two signed tokens, one after the other, have five parts as well.
  if (decoded === undefined || typeof decoded['enc'] !== 'string') return undefined
  return { type: 'jwe', text, header: decoded, parts: { header, key, iv, ciphertext, tag } }
}
