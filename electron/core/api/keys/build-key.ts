import { createHash } from 'node:crypto'

import type { Input } from '#shared/contract/calls/calls.ts'
import { buildFinding, quote } from '#shared/contract/finding.ts'
import type { Jwk, SigningKey } from '#shared/model/key.ts'

import { createKey } from '../../issuer/signing/keys.ts'
import { parsePrivateKey } from '../../issuer/signing/parse-private-key.ts'
import type { Store } from '../../store/store.ts'
import { conflict, invalid } from '../failures.ts'

export type NewKey = Input<'keys.create'>['key']

/** The key that is meant: made, or read from what was brought along. What is wrong is told at its field below `at`. */
export async function buildKey(
  store: Store,
  { alg, kid, private_key, state }: NewKey,
  at: string,
): Promise<SigningKey> {
  const built = await (private_key === undefined ? make() : read(private_key))
  if (store.keys.get(built.kid)) {
    throw invalid([{ path: `${at}.kid`, message: `there is a key ${quote(built.kid)} already, choose another name` }])
  }
  return { ...built, state: state ?? 'active' }

  function make(): Promise<SigningKey> {
    if (alg === undefined) {
      throw invalid([buildFinding([at, 'alg'], 'nothing', 'the algorithm to make a key for, or a private_key')])
    }
    return createKey(alg, undefined, kid)
  }

  async function read(given: NonNullable<NewKey['private_key']>): Promise<SigningKey> {
    const parsed = parsePrivateKey(given)
    if ('problem' in parsed) throw invalid([{ path: `${at}.private_key`, message: parsed.problem }])
    const chosen = alg ?? parsed.algs[0]
    if (chosen === undefined || !parsed.algs.includes(chosen)) {
      throw invalid([buildFinding([at, 'alg'], quote(alg ?? ''), `${parsed.algs.join(' or ')}, which this key is for`)])
    }
    const key = await createKey(chosen, { privateKey: parsed.key }, kid ?? parsed.kid)
    const same = store.keys.list().find((one) => one.alg === chosen && isSame(one.jwk, key.jwk))
    if (same) throw conflict(`This key is here already, as ${quote(same.kid)}. Sign with that one.`)
    return kid === undefined && parsed.kid === undefined ? { ...key, ...named(key) } : key
  }
}

/** One that brings no name is named by what it is (RFC 7638), so that it has the same name wherever it is brought. */
function named(key: SigningKey): Pick<SigningKey, 'kid' | 'jwk'> {
  const kid = createHash('sha256')
    .update(JSON.stringify(publicMembers(key.jwk)))
    .digest('base64url')
  return { kid, jwk: { ...key.jwk, kid } }
}

function isSame(one: Jwk, other: Jwk): boolean {
  return JSON.stringify(publicMembers(one)) === JSON.stringify(publicMembers(other))
}

/** The required ones, in the order of RFC 7638 section 3.2. */
function publicMembers(jwk: Jwk): object {
  const names = ['crv', 'e', 'kty', 'n', 'x', 'y'].filter((name) => jwk[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, jwk[name]]))
}
