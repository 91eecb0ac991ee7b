import { generateKeyPair, type KeyObject, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'

import { type Jwk, SIGNING_ALGS, type SigningAlg, type SigningKey } from '#shared/model/key.ts'

import { epochSeconds } from '../../store/epoch-seconds.ts'
import type { Store } from '../../store/store.ts'

const generate = promisify(generateKeyPair)

/**
 * Makes a key for every algorithm that has none; keys are made once and kept. An RSA key takes longer to make than all
 * else at a first start, so RS256 and PS256 share one, each under its own `kid`, until one of them is rotated.
 */
export async function ensureKeys(store: Store, rsaKey?: Promise<KeyPair>): Promise<void> {
  const present = new Set(activeKeys(store).map(({ alg }) => alg))
  const missing = SIGNING_ALGS.filter((alg) => !present.has(alg))
  const rsa = missing.some(isRsa) ? (rsaKey ?? generateFor('RS256')) : undefined
  const made = await Promise.all(missing.map((alg) => createKey(alg, isRsa(alg) ? rsa : undefined)))
  for (const key of made) store.keys.put(key)
}

function isRsa(alg: SigningAlg): boolean {
  return alg === 'RS256' || alg === 'PS256'
}

/** A new key signs from now on; the old one stays published until the last token that it signed has expired. */
export async function rotateKey(store: Store, alg: SigningAlg): Promise<SigningKey> {
  const key = await createKey(alg)
  store.transaction(() => signWithKey(store, key))
  return key
}

/** From now on, in place of the one before; belongs into a transaction. */
export function signWithKey(store: Store, key: SigningKey): void {
  const retiresAt = store.issuerNow() + longestTokenLifetime(store)
  for (const old of activeKeys(store)) {
    if (old.alg === key.alg && old.kid !== key.kid) store.keys.put({ ...old, state: 'retiring', retiresAt })
  }
  const { retiresAt: _over, ...rest } = key
  store.keys.put({ ...rest, state: 'active' })
}

export function dropRetiredKeys(store: Store, now: number): void {
  for (const { kid, state, retiresAt } of store.keys.list()) {
    if (state === 'retiring' && retiresAt !== undefined && retiresAt <= now) store.keys.remove(kid)
  }
}

/** All that verify, those that sign first. */
export function publishedKeys(store: Store): readonly SigningKey[] {
  return store.keys.list().toSorted((a, b) => Number(a.state === 'retiring') - Number(b.state === 'retiring'))
}

const PRIVATE_MEMBERS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])

export function publicJwks(store: Store): { keys: Jwk[] } {
  return { keys: publishedKeys(store).map(({ jwk }) => withoutPrivateMembers(jwk)) }
}

export function withoutPrivateMembers(jwk: Jwk): Jwk {
  const entries = Object.entries(jwk).filter(([member]) => !PRIVATE_MEMBERS.has(member))
  return { ...Object.fromEntries(entries), kty: jwk.kty }
}

function activeKeys(store: Store): readonly SigningKey[] {
  return store.keys.list().filter(({ state }) => state === 'active')
}

function longestTokenLifetime(store: Store): number {
  const { accessToken, idToken } = store.settings.get().lifetimes
  return Math.max(accessToken, idToken, ...store.apis.list().map(({ tokenLifetime }) => tokenLifetime))
}

export async function createKey(
  alg: SigningAlg,
  pair: KeyPair | Promise<KeyPair> = generateFor(alg),
  kid: string = randomUUID(),
): Promise<SigningKey> {
  const { privateKey } = await pair
  const { kty, ...members } = privateKey.export({ format: 'jwk' })
  if (kty === undefined) throw new Error(`the key made for ${alg} has no kty`)
  return {
    kid,
    alg,
    jwk: { ...members, kty, kid, alg, use: 'sig' },
    state: 'active',
    createdAt: epochSeconds(),
  }
}

export interface KeyPair {
  readonly privateKey: KeyObject
}

function generateFor(alg: SigningAlg): Promise<KeyPair> {
  switch (alg) {
    case 'RS256':
    case 'PS256':
      return generate('rsa', { modulusLength: 2048 })
    case 'ES256':
      return generate('ec', { namedCurve: 'P-256' })
    case 'EdDSA':
      return generate('ed25519')
  }
}
