import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

import type { JWK } from 'jose'

import { ValetKeyError } from '#shared/errors.ts'

/** A private JWK, or a set with one private key in it, which is how many tools write a single one. */
export function readKeyFile(path: string): JWK {
  const value = parseKeyFile(path)
  const keys = isRecord(value) && Array.isArray(value['keys']) ? (value['keys'] as unknown[]) : [value]
  const [key, ...more] = keys.filter(isPrivateJwk)
  if (key !== undefined && more.length === 0) return key
  const found = key === undefined ? 'no private key' : `${more.length + 1} private keys`
  throw refuse(path, `found ${found}, expected one private key as a JWK: an object with "kty" and "d"`)
}

function parseKeyFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    // What does not parse is a key all the same, so none of it is shown.
    if (cause instanceof SyntaxError) throw refuse(path, 'found no JSON, expected a private key as a JWK', cause)
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw refuse(path, code === 'ENOENT' ? 'found no such file' : `cannot be read (${code})`, cause)
  }
}

function isPrivateJwk(value: unknown): value is JWK {
  return isRecord(value) && typeof value['kty'] === 'string' && typeof value['d'] === 'string'
}

/** `-` is standard input: the token alone, or the token response in which it came. */
export async function readPiped(value: string | undefined, member: string): Promise<string | undefined> {
  if (value !== '-') return value
  const piped = (await text(process.stdin)).trim()
  const token = piped.startsWith('{') ? memberOf(piped, member) : piped
  if (token !== '') return token
  throw new ValetKeyError('bad_usage', `Standard input holds no ${member}. See valetkey token --help.`)
}

function memberOf(json: string, member: string): string {
  try {
    const value: unknown = JSON.parse(json)
    const found = isRecord(value) ? value[member] : undefined
    return typeof found === 'string' ? found : ''
  } catch {
    return ''
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function refuse(path: string, message: string, cause?: unknown): ValetKeyError {
  return new ValetKeyError('bad_usage', `--client-key ${path}: ${message}.`, { cause })
}
