/** Signs JWTs that a library would refuse to make: the header and the payload are whatever they are given. */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })

export const PUBLIC_JWK = { ...publicKey.export({ format: 'jwk' }), kid: 'fuzz', alg: 'ES256', use: 'sig' }

export interface Parts {
  readonly header: unknown
  readonly payload: unknown
}

export function signJwt({ header, payload }: Parts, by: 'client' | 'stranger' = 'client'): string {
  const input = `${encode(header)}.${encode(payload)}`
  const key = by === 'client' ? privateKey : stranger.privateKey
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** Text and bytes go in as they are, everything else as JSON. */
export function encode(part: unknown): string {
  const bytes = typeof part === 'string' || part instanceof Uint8Array ? part : JSON.stringify(part)
  return Buffer.from(bytes ?? '').toString('base64url')
}

/** For client_assertion and assertion alike (RFC 7523). */
export function assertionParts(client_id: string, audience: string, sub = client_id): Parts {
  return {
    header: { alg: 'ES256', kid: 'fuzz' },
    payload: { iss: client_id, sub, aud: audience, jti: randomUUID(), iat: seconds(), exp: seconds() + 60 },
  }
}

export function requestObjectParts(client_id: string, audience: string, params: object): Parts {
  return {
    header: { alg: 'ES256', kid: 'fuzz', typ: 'oauth-authz-req+jwt' },
    payload: {
      iss: client_id,
      aud: audience,
      client_id,
      jti: randomUUID(),
      iat: seconds(),
      nbf: seconds(),
      exp: seconds() + 60,
      ...params,
    },
  }
}

export function dpopParts(htm: string, htu: string, token?: string): Parts {
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
  return {
    header: { alg: 'ES256', typ: 'dpop+jwt', jwk: { kty, crv, x, y } },
    payload: {
      htm,
      htu,
      jti: randomUUID(),
      iat: seconds(),
      ...(token !== undefined && { ath: createHash('sha256').update(token).digest('base64url') }),
    },
  }
}

function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
