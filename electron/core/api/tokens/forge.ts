/** A JWT with whatever header and claims, signed in each of the ways in which one can be forged. */
import { createHmac, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

import type { Input } from '#shared/contract/calls/calls.ts'
import type { ForgedSignature } from '#shared/contract/calls/tokens.ts'
import { assertNever } from '#shared/errors.ts'
import type { SigningAlg, SigningKey } from '#shared/model/key.ts'

import { signWith } from '../../issuer/signing/signers.ts'
import type { Store } from '../../store/store.ts'
import { notFound } from '../failures.ts'

export type Forgery = Input<'tokens.forge'>['forgery']

export interface Forged {
  readonly token: string
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, unknown>>
}

type Members = Readonly<Record<string, unknown>>

export async function forge(store: Store, { header, claims, signature }: Forgery): Promise<Forged> {
  const { members, seal } = await prepare(store, signature)
  const whole = signature.with === 'kept' ? header : { ...members, ...header, alg: members['alg'] }
  const content = `${encode(whole)}.${encode(claims)}`
  return { token: `${content}.${await seal(content)}`, header: whole, claims }
}

interface Prepared {
  /** What the signature puts into the header, beside what is there. */
  readonly members: Members
  seal(content: string): Promise<string> | string
}

async function prepare(store: Store, signature: ForgedSignature): Promise<Prepared> {
  switch (signature.with) {
    case 'issuer_key': {
      const key = findKey(store, signature.kid)
      return { members: { alg: key.alg, kid: key.kid }, seal: (content) => signWith(key, content) }
    }
    case 'other_key': {
      const { privateKey, publicKey } = await makeKeyPair(signature.alg)
      const jwk = { ...publicKey.export({ format: 'jwk' }), alg: signature.alg }
      return {
        members: { alg: signature.alg, ...(signature.embed === true && { jwk }) },
        seal: (content) => signWith({ alg: signature.alg, privateKey }, content),
      }
    }
    case 'public_key_hmac': {
      const secret = publicPem(findKey(store, signature.kid))
      return {
        members: { alg: 'HS256', kid: signature.kid },
        seal: (content) => createHmac('sha256', secret).update(content).digest('base64url'),
      }
    }
    case 'none':
      return { members: { alg: 'none' }, seal: () => '' }
    case 'kept':
      return { members: {}, seal: () => signature.signature }
    default:
      return assertNever(signature)
  }
}

function findKey(store: Store, kid: string): SigningKey {
  const key = store.keys.get(kid)
  if (key === undefined) throw notFound('key', kid, 'It may have been dropped; list the keys to see which there are.')
  return key
}

/** What an API has that was handed the issuer's public key as text, and takes the algorithm from the token. */
export function publicPem({ jwk }: Pick<SigningKey, 'jwk'>): string {
  return createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString()
}

const generate = promisify(generateKeyPair)

function makeKeyPair(alg: SigningAlg): Promise<{ privateKey: KeyObject; publicKey: KeyObject }> {
  switch (alg) {
    case 'RS256':
    case 'PS256':
      return generate('rsa', { modulusLength: 2048 })
    case 'ES256':
      return generate('ec', { namedCurve: 'P-256' })
    case 'EdDSA':
      return generate('ed25519')
    default:
      return assertNever(alg)
  }
}

function encode(members: Members): string {
  return Buffer.from(JSON.stringify(members)).toString('base64url')
}
