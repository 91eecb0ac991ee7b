import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'

import type { KeySource, OwnKeySource } from '#shared/contract/calls/token-checks.ts'
import type { Jwk, SigningKey } from '#shared/model/key.ts'
import { isJsonObject, parseJson } from '#shared/tokens/json-object.ts'

import { type CandidateKey, describeJwk, describeKeyObject, isJwk } from './candidate-key.ts'
import { fetchKeySet } from './fetch-key-set.ts'
import { NoKeys } from './no-keys.ts'

export interface LoadedKeys {
  readonly candidates: readonly CandidateKey[]
  /** In words: where they came from. */
  readonly source: string
  readonly issuer?: string | undefined
}

interface Own {
  readonly address: string
  readonly keys: readonly SigningKey[]
}

export async function loadKeys(source: KeySource, own: Own): Promise<LoadedKeys> {
  switch (source.from) {
    case 'issuer':
      return { candidates: await describeOwn(own.keys), source: `${own.address}/jwks` }
    case 'address': {
      const { keys, address, issuer } = await fetchKeySet(source.address)
      return { candidates: await Promise.all(keys.map(readJwk)), source: address, issuer }
    }
    case 'key':
    case 'secret':
      return {
        candidates: await readOwnKeys(source, false),
        source: source.from === 'key' ? 'the pasted key' : 'the secret',
      }
  }
}

/** Those that were pasted. To decrypt, the private part is needed; to verify, it is left out. */
export async function readOwnKeys(source: OwnKeySource, isPrivate: boolean): Promise<readonly CandidateKey[]> {
  if (source.from === 'secret') {
    return [
      { facts: { kty: 'oct' }, material: { secret: new Uint8Array(Buffer.from(source.secret, source.encoding)) } },
    ]
  }
  const text = source.key.trim()
  if (text.startsWith('-----BEGIN')) return [await readPem(text, isPrivate)]
  const value = parseJson(text)
  const list: readonly unknown[] = isJsonObject(value) && Array.isArray(value['keys']) ? value['keys'] : [value]
  const jwks = list.filter(isJwk)
  if (jwks.length < list.length) {
    throw new NoKeys(
      'key unreadable',
      'It is neither a JWK (JSON with a kty), nor a set of them, nor PEM (-----BEGIN …).',
    )
  }
  return Promise.all(jwks.map((jwk) => (isPrivate ? readWhole(jwk) : readJwk(jwk))))
}

async function readPem(text: string, isPrivate: boolean): Promise<CandidateKey> {
  const keyObject = importPem(text, isPrivate)
  return { facts: await describeKeyObject(keyObject), material: { keyObject } }
}

function importPem(text: string, isPrivate: boolean): KeyObject {
  try {
    if (isPrivate) return createPrivateKey(text)
    return text.startsWith('-----BEGIN CERTIFICATE') ? new X509Certificate(text).publicKey : createPublicKey(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new NoKeys('key unreadable', isPrivate ? `There is no private key in the PEM: ${said}` : said)
  }
}

const PRIVATE_MEMBERS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'])

async function readJwk(jwk: Jwk): Promise<CandidateKey> {
  const public_ = Object.fromEntries(Object.entries(jwk).filter(([member]) => !PRIVATE_MEMBERS.has(member)))
  return readWhole({ ...public_, kty: jwk.kty })
}

async function readWhole(jwk: Jwk): Promise<CandidateKey> {
  return { facts: await describeJwk(jwk), material: { jwk } }
}

async function describeOwn(keys: readonly SigningKey[]): Promise<readonly CandidateKey[]> {
  return Promise.all(
    keys.map(async (key) => {
      const { facts, material } = await readJwk(key.jwk)
      return { facts: { ...facts, state: key.state, ...lifeOf(key, keys) }, material }
    }),
  )
}

/** The next key of the same algorithm took over when it was made. */
function lifeOf({ alg, createdAt, state, retiresAt }: SigningKey, keys: readonly SigningKey[]) {
  if (state !== 'retiring') return {}
  const after = keys.filter((other) => other.alg === alg && other.createdAt >= createdAt && other.state !== 'retiring')
  const retiredAt = Math.min(...after.map((other) => other.createdAt))
  return { ...(Number.isFinite(retiredAt) && { retiredAt }), ...(retiresAt !== undefined && { retiresAt }) }
}
