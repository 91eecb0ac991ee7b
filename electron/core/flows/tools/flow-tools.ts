/** What a client does with keys, clocks and chance, over the libraries that real clients use. */
import { createHash, randomBytes } from 'node:crypto'

import * as jose from 'jose'

import type { FlowTools, JsonObject, KeyPairJwk, VerifiedJwt } from '#shared/flows/flow.ts'
import type { ClientMetadata } from '#shared/model/client.ts'

import { messageOf } from '../failures.ts'

export interface ToolParts {
  readonly client: ClientMetadata
  /** Seconds since the epoch, as the client counts them. */
  now(): number
  /** The secret behind what stands for it, where it is kept out of sight. */
  unveil(secret: string): string
  /** What the issuer publishes (RFC 7517 section 5). */
  loadKeys(): Promise<jose.JSONWebKeySet>
  validateTokenAnswer: FlowTools['validateTokenAnswer']
  readonly backend: FlowTools['backend']
}

export function createFlowTools({ client, now, unveil, loadKeys, validateTokenAnswer, backend }: ToolParts): FlowTools {
  return {
    random: () => randomBytes(32).toString('base64url'),
    now,
    sha256: async (text) => createHash('sha256').update(text).digest('base64url'),
    halfHash: async (text, alg) => halfHash(text, alg),
    makeKey,
    async signJwt(header, claims, privateKey) {
      const key = await jose.importJWK(privateKey as jose.JWK, header.alg)
      return new jose.SignJWT({ ...claims }).setProtectedHeader({ ...header } as jose.JWTHeaderParameters).sign(key)
    },
    signJwtWithSecret: (claims, secret) =>
      new jose.SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(unveil(secret))),
    verifyJwt: (jwt) => verifyJwt(jwt, { client, unveil, loadKeys }),
    validateTokenAnswer,
    backend,
  }
}

/** The hash is the one of the signature's algorithm (OpenID Connect Core section 3.1.3.6). */
function halfHash(text: string, alg: string): string {
  const size = /(?:256|384|512)$/.exec(alg)?.[0] ?? '512'
  const hash = createHash(`sha${size}`).update(text).digest()
  return hash.subarray(0, hash.length / 2).toString('base64url')
}

async function makeKey(alg: string): Promise<KeyPairJwk> {
  const pair = await jose.generateKeyPair(alg, { extractable: true })
  const [publicKey, privateKey] = await Promise.all([jose.exportJWK(pair.publicKey), jose.exportJWK(pair.privateKey)])
  return { publicKey: { ...publicKey, alg } as JsonObject, privateKey: { ...privateKey, alg } as JsonObject }
}

async function verifyJwt(
  jwt: string,
  { client, unveil, loadKeys }: Pick<ToolParts, 'client' | 'unveil' | 'loadKeys'>,
): Promise<VerifiedJwt> {
  const parts = decode(jwt)
  try {
    const { header } = parts
    if (header === undefined) throw new Error('This is no JWT.')
    const { alg } = header
    const isShared = typeof alg === 'string' && alg.startsWith('HS')
    if (isShared) await jose.compactVerify(jwt, new TextEncoder().encode(unveil(client.client_secret ?? '')))
    else await jose.compactVerify(jwt, jose.createLocalJWKSet(await loadKeys()))
    return { ...parts, signature: 'valid' }
  } catch (error) {
    return { ...parts, signature: 'invalid', reason: messageOf(error) }
  }
}

function decode(jwt: string): Pick<VerifiedJwt, 'header' | 'claims'> {
  try {
    return { header: jose.decodeProtectedHeader(jwt) as JsonObject, claims: jose.decodeJwt(jwt) as JsonObject }
  } catch {
    return { header: undefined, claims: undefined }
  }
}
