/** Made here and kept nowhere: the public part goes to the issuer, the private one to whoever copies it. */
export interface MadeKey {
  readonly publicJwk: object
  readonly privateJwk: object
}

export const KEY_ALGS = ['ES256', 'RS256', 'PS256'] as const
export type KeyAlg = (typeof KEY_ALGS)[number]

const RSA = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
const ALGORITHMS: Readonly<Record<KeyAlg, EcKeyGenParams | RsaHashedKeyGenParams>> = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', ...RSA },
  PS256: { name: 'RSA-PSS', ...RSA },
}

export async function makeKey(alg: KeyAlg): Promise<MadeKey> {
  const pair = await crypto.subtle.generateKey(ALGORITHMS[alg], true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('the browser made no pair of keys')
  const kid = crypto.randomUUID()
  const [publicJwk, privateJwk] = await Promise.all([
    crypto.subtle.exportKey('jwk', pair.publicKey),
    crypto.subtle.exportKey('jwk', pair.privateKey),
  ])
  return {
    publicJwk: { ...tidy(publicJwk), kid, alg, use: 'sig' },
    privateJwk: { ...tidy(privateJwk), kid, alg, use: 'sig' },
  }
}

/** What a browser adds for itself. */
function tidy({ key_ops: _operations, ext: _isExtractable, ...jwk }: JsonWebKey): JsonWebKey {
  return jwk
}
