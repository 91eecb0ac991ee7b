/**
 * How the issuer signs. oidc-provider would hand each token to WebCrypto by way of jose, which costs the event loop
 * more than `crypto.sign` does. An RSA signature takes as long as several requests, so it is made in the thread pool; the
 * others take less than going there and back.
 */
import { constants, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'

import { ExternalSigningKey } from 'oidc-provider'

import type { SigningAlg, SigningKey } from '#shared/model/key.ts'

import type { Store } from '../../store/store.ts'
import { toJoseSignature } from './ecdsa-signature.ts'
import { publishedKeys } from './keys.ts'

const signInPool = promisify(sign)

type Sign = (data: Buffer, key: KeyObject) => Buffer | Promise<Buffer>

const SIGN: Readonly<Record<SigningAlg, Sign>> = {
  RS256: (data, key) => signInPool('sha256', data, key),
  PS256: (data, key) => signInPool('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  ES256: (data, key) => toJoseSignature(sign('sha256', data, key)),
  EdDSA: (data, key) => sign(null, data, key),
}

class Signer extends ExternalSigningKey {
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject
  readonly #sign: Sign

  constructor({ kid, alg, jwk }: SigningKey) {
    super()
    this.#privateKey = createPrivateKey({ key: { ...jwk }, format: 'jwk' })
    this.#publicKey = createPublicKey(this.#privateKey)
    this.#sign = SIGN[alg]
    Object.assign(this, { kid, alg })
  }

  override keyObject(): KeyObject {
    return this.#publicKey
  }

  override async sign(data: Buffer): Promise<Buffer> {
    return this.#sign(data, this.#privateKey)
  }
}

/** A JWS signature over `content`, in base64url; for whoever signs without the library. */
export async function signWith(
  key: Pick<SigningKey, 'alg' | 'jwk'> | { readonly alg: SigningAlg; readonly privateKey: KeyObject },
  content: string,
): Promise<string> {
  const privateKey = 'privateKey' in key ? key.privateKey : createPrivateKey({ key: { ...key.jwk }, format: 'jwk' })
  return (await SIGN[key.alg](Buffer.from(content), privateKey)).toString('base64url')
}

/** The signing keys first: oidc-provider signs with the first that fits. */
export function buildSigners(store: Store): ExternalSigningKey[] {
  return publishedKeys(store).map((key) => new Signer(key))
}
