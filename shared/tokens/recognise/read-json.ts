import { decodeObject, encodeText } from '../base64url.ts'
import { isJsonObject, type JsonObject, parseJson } from '../json-object.ts'
import { type Jws, parseCompact } from '../token.ts'
import { findNamedTokens, pickStrings } from './named-tokens.ts'
import { buildPaste, type Found, type Paste } from './paste.ts'

/** An object, or a list of them, as JSON. */
export function readJson(text: string): Paste | undefined {
  if (!/^[[{"]/.test(text)) return undefined
  const value = parseJson(text)
  if (Array.isArray(value)) return buildPaste('JSON', value.flatMap(findInItem))
  if (!isJsonObject(value)) return undefined
  return (
    readJsonJws(value) ??
    readJsonJwe(value) ??
    readKeys(value, text) ??
    readResponse(value) ??
    readStatement(value, text) ??
    buildPaste('JSON', findNamedTokens(pickStrings(value)), pickStrings(value)) ??
    readAny(value)
  )
}

function findInItem(item: unknown): readonly Found[] {
  if (typeof item === 'string') {
    const token = parseCompact(item)
    return token === undefined ? [] : [{ token }]
  }
  return isJsonObject(item) ? findNamedTokens(pickStrings(item)) : []
}

/** RFC 7515 section 7.2, both the general and the flattened form: each signature is looked at as a JWS of its own. */
function readJsonJws(value: JsonObject): Paste | undefined {
  const { payload, signatures, signature } = value
  if (typeof payload !== 'string') return undefined
  if (Array.isArray(signatures)) {
    return buildPaste(
      'JWS in JSON',
      signatures.flatMap((one) => (isJsonObject(one) ? [buildJws(payload, one)] : [])),
    )
  }
  return typeof signature === 'string' ? buildPaste('JWS in JSON', [buildJws(payload, value)]) : undefined
}

function buildJws(payload: string, { protected: covered, header, signature }: JsonObject): Found {
  const head = typeof covered === 'string' ? covered : ''
  const text = `${head}.${payload}.${typeof signature === 'string' ? signature : ''}`
  const unprotected = isJsonObject(header) ? header : undefined
  // Without a protected header there is nothing before the first dot, so the compact form cannot be read.
  const compact = parseCompact(text) ?? parseCompact(`${encodeText('{}')}.${payload}.`)
  const base: Partial<Jws> = compact?.type === 'jws' ? compact : {}
  const parts = { header: head, payload, signature: typeof signature === 'string' ? signature : '' }
  const token: Jws = {
    type: 'jws',
    text,
    header: { ...unprotected, ...decodeObject(head) },
    unprotected,
    payload: base.payload,
    claims: base.claims,
    parts,
  }
  return { token }
}

/** RFC 7516 section 7.2, where there is one recipient and all of the header is protected: the rest has no compact form. */
function readJsonJwe(value: JsonObject): Paste | undefined {
  const { protected: head, ciphertext, iv, tag, recipients } = value
  if (typeof head !== 'string' || typeof ciphertext !== 'string') return undefined
  const only = Array.isArray(recipients) && recipients.length === 1 ? (recipients[0] as unknown) : value
  const key = isJsonObject(only) ? only['encrypted_key'] : undefined
  const token = parseCompact(
    [head, key, iv, ciphertext, tag].map((part) => (typeof part === 'string' ? part : '')).join('.'),
  )
  return token === undefined ? undefined : buildPaste('JWE in JSON', [{ token }])
}

function readKeys(value: JsonObject, text: string): Paste | undefined {
  const { keys, kty } = value
  if (Array.isArray(keys) && keys.every(isJsonObject))
    return buildPaste('keys', [{ token: { type: 'keys', text, keys } }])
  return typeof kty === 'string' ? buildPaste('keys', [{ token: { type: 'keys', text, keys: [value] } }]) : undefined
}

function readResponse(value: JsonObject): Paste | undefined {
  const members = pickStrings(value)
  const isOne = ['access_token', 'id_token', 'refresh_token', 'device_code', 'auth_req_id'].some(
    (name) => name in members,
  )
  return isOne ? buildPaste('token response', findNamedTokens(members), members) : undefined
}

const CLAIM_NAMES = ['sub', 'iss', 'aud', 'exp'] as const

function readStatement(value: JsonObject, text: string): Paste | undefined {
  const token = { type: 'statement', text, claims: value } as const
  if (typeof value['active'] === 'boolean') return buildPaste('introspection response', [{ token }], pickStrings(value))
  return CLAIM_NAMES.some((name) => name in value) ? buildPaste('claims', [{ token }], pickStrings(value)) : undefined
}

/** Tokens one level further down: a recorded exchange, an answer in an envelope. */
function readAny(value: JsonObject): Paste | undefined {
  for (const inner of Object.values(value)) {
    if (!isJsonObject(inner)) continue
    const paste = readResponse(inner)
    if (paste !== undefined) return paste
  }
  return undefined
}
