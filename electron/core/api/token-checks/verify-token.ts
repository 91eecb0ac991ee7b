import { constants, createHmac, createPublicKey, type KeyObject, publicDecrypt, timingSafeEqual } from 'node:crypto'

import { type CryptoKey, errors, flattenedVerify, importJWK } from 'jose'

import type { Input, Output } from '#shared/contract/calls/calls.ts'
import type { Verdict, VerifyFailure } from '#shared/contract/calls/token-checks.ts'
import { type Jws, parseCompact } from '#shared/tokens/token.ts'

import { type CandidateKey, fits } from './candidate-key.ts'
import type { LoadedKeys } from './load-keys.ts'
import { NoKeys } from './no-keys.ts'

type Verification = Input<'tokens.verify'>['verification']
type Trial = 'holds' | 'signature wrong' | { readonly reason: VerifyFailure; readonly detail: string }

const MOST_SHOWN = 50

export async function verifyToken(
  { token, unprotected, keys }: Verification,
  load: (keys: Verification['keys']) => Promise<LoadedKeys>,
): Promise<Output<'tokens.verify'>> {
  const jws = readJws(token, unprotected)
  if (jws === undefined) return { outcome: 'fails', reason: 'not signed', source: '', keys: [] }
  const { alg, kid } = jws.header
  const named = { ...(typeof alg === 'string' && { alg }), ...(typeof kid === 'string' && { kid }) }
  const refusal = typeof alg !== 'string' ? 'no alg' : alg.toLowerCase() === 'none' ? 'alg none' : undefined
  if (refusal !== undefined) return { outcome: 'fails', reason: refusal, ...named, source: '', keys: [] }

  try {
    const loaded = await load(keys)
    return await judge(jws, String(alg), loaded)
  } catch (error) {
    if (!(error instanceof NoKeys)) throw error
    const source = keys.from === 'address' ? keys.address : ''
    return { outcome: 'fails', reason: error.reason, ...named, source, keys: [], detail: error.message }
  }
}

/** A JWS in JSON may have its whole header outside of the signature; then nothing stands before the first dot. */
function readJws(token: string, unprotected: Verification['unprotected']): Jws | undefined {
  const compact = parseCompact(token)
  if (compact?.type === 'jws') return { ...compact, header: { ...unprotected, ...compact.header }, unprotected }
  const [header, payload = '', signature = '', ...rest] = token.split('.')
  if (header !== '' || unprotected === undefined || rest.length > 0) return undefined
  return {
    type: 'jws',
    text: token,
    header: unprotected,
    unprotected,
    payload: undefined,
    claims: undefined,
    parts: { header, payload, signature },
  }
}

async function judge(jws: Jws, alg: string, { candidates, source, issuer }: LoadedKeys): Promise<Verdict> {
  const { kid } = jws.header
  const base = {
    alg,
    ...(typeof kid === 'string' && { kid }),
    source,
    ...(issuer !== undefined && { issuer }),
    keys: candidates.slice(0, MOST_SHOWN).map(({ facts }) => facts),
  }
  function fail(reason: VerifyFailure, key?: CandidateKey, detail?: string): Verdict {
    return {
      outcome: 'fails',
      reason,
      ...base,
      ...(key && { key: key.facts }),
      ...(detail !== undefined && { detail }),
    }
  }

  if (candidates.length === 0) return fail('no keys')
  if (alg.startsWith('HS') && candidates.some((candidate) => isSignedWithPublicKey(jws, alg, candidate))) {
    return fail(
      'public key as secret',
      candidates.find((candidate) => isSignedWithPublicKey(jws, alg, candidate)),
    )
  }
  const isNamed = kid !== undefined && candidates.some(({ facts }) => facts.kid !== undefined)
  const meant = isNamed ? candidates.filter(({ facts }) => facts.kid === kid) : candidates
  const fitting = meant.filter(({ facts }) => fits(facts, alg))
  const willing = fitting.filter(
    ({ facts }) => (facts.alg === undefined || isSameAlg(facts.alg, alg)) && facts.use !== 'enc',
  )

  let last: { readonly trial: Exclude<Trial, 'holds'>; readonly candidate: CandidateKey } | undefined
  for (const candidate of [...willing, ...candidates.filter((one) => !meant.includes(one) && fits(one.facts, alg))]) {
    const trial = await tryKey(jws, alg, candidate)
    if (trial === 'holds') {
      const isOtherKid = isNamed && candidate.facts.kid !== kid
      return {
        outcome: 'holds',
        alg,
        key: candidate.facts,
        isOtherKid,
        source,
        ...(issuer !== undefined && { issuer }),
      }
    }
    if (willing.includes(candidate)) last ??= { trial, candidate }
  }

  if (meant.length === 0) return fail('no such kid')
  if (fitting.length === 0) return fail('wrong key type', meant[0])
  if (last === undefined) return fail('wrong alg', fitting[0])
  if (last.trial !== 'signature wrong') return fail(last.trial.reason, last.candidate, last.trial.detail)
  return fail(explainWrong(jws, alg, willing), last.candidate)
}

/** RFC 9864: `EdDSA` of old and the names of the single curves mean the same keys. */
function isSameAlg(one: string, other: string): boolean {
  return one === other || (one.startsWith('Ed') && other.startsWith('Ed'))
}

async function tryKey(jws: Jws, alg: string, candidate: CandidateKey): Promise<Trial> {
  const { header, payload, signature } = jws.parts
  const outside = jws.unprotected
  try {
    const key = await importKey(candidate, alg)
    await flattenedVerify(
      { ...(header !== '' && { protected: header }), ...(outside && { header: outside }), payload, signature },
      key,
      // What jose knows of by itself is none: an algorithm has to be named to be taken.
      { algorithms: [alg] },
    )
    return 'holds'
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature wrong'
    const detail = error instanceof Error ? error.message : String(error)
    if (error instanceof errors.JOSENotSupported) {
      return {
        reason: detail.includes('crit') || detail.includes('Extension') ? 'unsupported crit' : 'unsupported alg',
        detail,
      }
    }
    return { reason: 'key refused', detail }
  }
}

async function importKey({ material, facts }: CandidateKey, alg: string): Promise<CryptoKey | KeyObject | Uint8Array> {
  if ('secret' in material) return material.secret
  if ('keyObject' in material) return material.keyObject
  // What a key says of its own use must not make jose refuse it with another message than ours.
  const { use: _use, key_ops: _ops, ext: _ext, kid: _kid, x5c: _x5c, ...jwk } = material.jwk
  return importJWK({ ...jwk, alg: facts.kty === 'AKP' ? facts.alg : alg } as Parameters<typeof importJWK>[0], alg)
}

/**
 * An RSA signature of PKCS #1 1.5 can be opened with the public key: when it opens, the key has made it, over something
 * else than what is there now. The others do not tell.
 */
function explainWrong(jws: Jws, alg: string, candidates: readonly CandidateKey[]): VerifyFailure {
  if (!alg.startsWith('RS')) return 'signature wrong'
  const opens = candidates.some((candidate) => {
    try {
      const key = publicKeyOf(candidate)
      if (key === undefined) return false
      publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(jws.parts.signature, 'base64url'))
      return true
    } catch {
      return false
    }
  })
  return opens ? 'payload altered' : 'signed by another key'
}

function publicKeyOf({ material }: CandidateKey): KeyObject | undefined {
  if ('secret' in material) return undefined
  if ('keyObject' in material) return material.keyObject
  try {
    return createPublicKey({ key: material.jwk, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** RFC 8725 section 2.1: the public key, which everybody has, taken for a shared secret, in any form that it is kept in. */
function isSignedWithPublicKey({ parts }: Jws, alg: string, candidate: CandidateKey): boolean {
  const key = publicKeyOf(candidate)
  const hash = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }[alg]
  if (key === undefined || key.type === 'secret' || hash === undefined) return false
  const pem = key.export({ format: 'pem', type: 'spki' }).toString()
  const der = key.export({ format: 'der', type: 'spki' })
  const shapes: (string | Buffer)[] = [pem, pem.trim(), der]
  if ('jwk' in candidate.material) shapes.push(JSON.stringify(candidate.material.jwk))
  const signature = Buffer.from(parts.signature, 'base64url')
  return shapes.some((shape) => {
    const made = createHmac(hash, shape).update(`${parts.header}.${parts.payload}`).digest()
    return made.length === signature.length && timingSafeEqual(made, signature)
  })
}
