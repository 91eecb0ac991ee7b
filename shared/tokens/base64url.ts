import { type JsonObject, parseJsonObject } from './json-object.ts'

/** Undefined for what is no base64url. */
export function decodeBase64url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}

export function encodeBase64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function encodeText(text: string): string {
  return encodeBase64url(new TextEncoder().encode(text))
}

export function decodeText(part: string): string | undefined {
  const bytes = decodeBase64url(part)
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
}

/** What a part of a JWT says, when it is a JSON object. */
export function decodeObject(part: string): JsonObject | undefined {
  const text = part === '' ? undefined : decodeText(part)
  return text === undefined ? undefined : parseJsonObject(text)
}
