import { createHash } from 'node:crypto'

import { compactDecrypt, errors, importJWK } from 'jose'

import type { Input } from '#shared/contract/calls/calls.ts'
import type { Decryption } from '#shared/contract/calls/token-checks.ts'
import { parseCompact } from '#shared/tokens/token.ts'

import type { CandidateKey } from './candidate-key.ts'
import { readOwnKeys } from './load-keys.ts'
import { NoKeys } from './no-keys.ts'

/** Whoever pastes a token has time for it; a thousand times as many would stop the program. */
const MOST_ROUNDS = 1_000_000

export async function decryptToken({ token, keys }: Input<'tokens.decrypt'>['decryption']): Promise<Decryption> {
  const jwe = parseCompact(token)
  if (jwe?.type !== 'jwe') return { outcome: 'fails', reason: 'not encrypted' }
  const [alg, enc, kid] = ['alg', 'enc', 'kid'].map((name) => {
    const value = jwe.header[name]
    return typeof value === 'string' ? value : ''
  })
  let failure: Decryption = { outcome: 'fails', reason: 'not decrypted', alg }
  try {
    const candidates = await readOwnKeys(keys, true)
    const named = candidates.filter(({ facts }) => facts.kid === kid)
    for (const candidate of named.length > 0 ? named : candidates) {
      const outcome = await open(token, candidate, alg ?? '', enc ?? '')
      if (outcome.outcome === 'decrypted') return outcome
      failure = outcome
    }
  } catch (error) {
    if (!(error instanceof NoKeys)) throw error
    return { outcome: 'fails', reason: 'key unreadable', alg, detail: error.message }
  }
  return failure
}

async function open(token: string, candidate: CandidateKey, alg: string, enc: string): Promise<Decryption> {
  const { facts, material } = candidate
  if (!keyTypesFor(alg).includes(facts.kty)) return { outcome: 'fails', reason: 'wrong key type', alg, key: facts }
  try {
    const derived = 'secret' in material ? deriveKey(material.secret, alg, enc) : undefined
    const key =
      derived ??
      ('secret' in material
        ? material.secret
        : 'keyObject' in material
          ? material.keyObject
          : await importJWK({ ...material.jwk } as Parameters<typeof importJWK>[0], alg === 'dir' ? enc : alg))
    const { plaintext } = await compactDecrypt(token, key, {
      maxPBES2Count: MOST_ROUNDS,
      ...(alg.startsWith('PBES2') && { keyManagementAlgorithms: [alg] }),
    })
    return {
      outcome: 'decrypted',
      plaintext: new TextDecoder().decode(plaintext),
      key: facts,
      isDerived: derived !== undefined,
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const reason = error instanceof errors.JOSENotSupported ? 'unsupported alg' : 'not decrypted'
    return { outcome: 'fails', reason, alg, key: facts, detail }
  }
}

function keyTypesFor(alg: string): readonly string[] {
  if (alg.startsWith('RSA')) return ['RSA']
  return alg.startsWith('ECDH-ES') ? ['EC', 'OKP'] : ['oct']
}

const BITS: Readonly<Record<string, number>> = {
  A128KW: 128,
  A192KW: 192,
  A256KW: 256,
  A128GCMKW: 128,
  A192GCMKW: 192,
  A256GCMKW: 256,
  A128GCM: 128,
  A192GCM: 192,
  A256GCM: 256,
  'A128CBC-HS256': 256,
  'A192CBC-HS384': 384,
  'A256CBC-HS512': 512,
}

/** OpenID Connect Core section 10.2: a client's secret of any length, as the key that the algorithm needs. */
function deriveKey(secret: Uint8Array, alg: string, enc: string): Uint8Array | undefined {
  const bits = BITS[alg === 'dir' ? enc : alg]
  if (bits === undefined || secret.length * 8 === bits) return undefined
  const hash = bits <= 256 ? 'sha256' : bits <= 384 ? 'sha384' : 'sha512'
  return new Uint8Array(
    createHash(hash)
      .update(secret)
      .digest()
      .subarray(0, bits / 8),
  )
}
