/** Signatures checked and tokens opened by the program, with keys from wherever they may come. */
import { createPublicKey } from 'node:crypto'

import {
  CompactEncrypt,
  CompactSign,
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  generateSecret,
  type JWK,
} from 'jose'
import { describe, expect, it } from 'vitest'

import {
  CORE_A2,
  RFC7515_A1,
  RFC7515_A2,
  RFC7515_A3,
  RFC7515_A5,
  RFC7516_A3,
  RFC8037_A4,
  RFC9449_4,
} from '#shared/tokens/examples.ts'

import { startLocalServer } from '../protocol/local-server.ts'
import { WORLD_MAPPERS } from '../protocol/support.ts'
import { type Json, useManagement } from './support.ts'

const management = useManagement()
const BYTES = new TextEncoder().encode('{"iss":"joe"}')

async function verify(token: string, keys: Json, more: Json = {}): Promise<Json> {
  const reply = await management.call('POST', '/tokens/verify', { body: { token, keys, ...more } })
  expect(reply.status).toBe(200)
  return reply.json
}

async function decrypt(token: string, keys: Json): Promise<Json> {
  return (await management.call('POST', '/tokens/decrypt', { body: { token, keys } })).json
}

async function getToken(): Promise<string> {
  const answer = await management.issuer.post('/token', {
    grant_type: 'client_credentials',
    client_id: 'taxi-finder',
    client_secret: 'taxi-finder-secret',
    scope: 'geocode',
    resource: WORLD_MAPPERS,
  })
  return String(answer.json['access_token'])
}

function alter(token: string, part: 0 | 1, change: (json: Record<string, unknown>) => void): string {
  const parts = token.split('.')
  const json = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString()) as Record<string, unknown>
  change(json)
  parts[part] = Buffer.from(JSON.stringify(json)).toString('base64url')
  return parts.join('.')
}

const ISSUER = { from: 'issuer' }

describe('a signature of this issuer', () => {
  it('holds, by the key that the header names', async () => {
    const token = await getToken()
    const verdict = await verify(token, ISSUER)
    expect(verdict).toMatchObject({
      outcome: 'holds',
      isOtherKid: false,
      key: { state: 'active', thumbprint: expect.any(String) as string },
    })
    expect(JSON.stringify(verdict)).not.toContain('"d"')
  })

  it('holds still by a key that was retired since, and says when that was', async () => {
    const token = await getToken()
    const { alg } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { alg: string }
    await management.call('POST', '/keys/rotate', { body: { alg } })
    const now = Math.floor(Date.now() / 1000)
    const { key } = await verify(token, ISSUER)
    expect(key).toMatchObject({ state: 'retiring' })
    const { retiredAt, retiresAt } = key as { retiredAt: number; retiresAt: number }
    expect(Math.abs(retiredAt - now)).toBeLessThan(60)
    expect(retiresAt).toBeGreaterThan(now)
  })

  it('does not when the payload was altered', async () => {
    const altered = alter(await getToken(), 1, (claims) => (claims['scope'] = 'geocode route'))
    const { reason } = await verify(altered, ISSUER)
    expect(['payload altered', 'signature wrong']).toContain(reason)
  })

  it('does not when the header names a key that there is not', async () => {
    const verdict = await verify(
      alter(await getToken(), 0, (header) => (header['kid'] = 'made-up')),
      ISSUER,
    )
    expect(verdict).toMatchObject({ outcome: 'fails', reason: 'no such kid', kid: 'made-up' })
    expect(verdict['keys']).toEqual(
      expect.arrayContaining([expect.objectContaining({ kid: expect.any(String) as string })]),
    )
  })

  it('does not when the header says another algorithm', async () => {
    const token = await getToken()
    expect(
      await verify(
        alter(token, 0, (header) => (header['alg'] = 'HS256')),
        ISSUER,
      ),
    ).toMatchObject({ reason: 'wrong key type' })
    expect(
      await verify(
        alter(token, 0, (header) => (header['alg'] = 'none')),
        ISSUER,
      ),
    ).toMatchObject({ reason: 'alg none' })
    expect(
      await verify(
        alter(token, 0, (header) => delete header['alg']),
        ISSUER,
      ),
    ).toMatchObject({ reason: 'no alg' })
  })

  it('is told from an HMAC with the public key as its secret (RFC 8725 section 2.1)', async () => {
    const { keys } = (await management.issuer.request('/jwks')).json as { keys: JWK[] }
    const [jwk = {}] = keys
    const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' })
      .export({ format: 'pem', type: 'spki' })
      .toString()
    const forged = await new CompactSign(BYTES)
      .setProtectedHeader({ alg: 'HS256', kid: jwk.kid ?? '' })
      .sign(new TextEncoder().encode(pem))
    expect(await verify(forged, ISSUER)).toMatchObject({ reason: 'public key as secret' })
  })
})

describe('keys that were pasted', () => {
  it.each([RFC7515_A1, RFC7515_A2, RFC7515_A3, RFC8037_A4, CORE_A2])(
    'verify the example of $spec.label',
    async ({ text, key }) => {
      expect(await verify(text, { from: 'key', key })).toMatchObject({ outcome: 'holds' })
      expect(await verify(text, { from: 'key', key: `{"keys":[${key}]}` })).toMatchObject({ outcome: 'holds' })
    },
  )

  it('verify the proof of RFC 9449 section 5, by the key in its header', async () => {
    const proof = /DPoP: (\S+)/.exec(RFC9449_4.text)?.[1] ?? ''
    expect(await verify(proof, { from: 'key', key: RFC9449_4.key })).toMatchObject({
      outcome: 'holds',
      key: { thumbprint: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' },
    })
  })

  it.each([
    'RS256',
    'RS512',
    'PS256',
    'PS384',
    'ES256',
    'ES384',
    'ES512',
    'EdDSA',
    'Ed25519',
    'ML-DSA-44',
    'ML-DSA-87',
  ])('verify %s as a JWK and as PEM, public or private', async (alg) => {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
    const token = await new CompactSign(BYTES).setProtectedHeader({ alg }).sign(privateKey)
    const shapes = [JSON.stringify(await exportJWK(publicKey)), JSON.stringify(await exportJWK(privateKey))]
    // PEM of ML-DSA is not what every OpenSSL reads.
    if (!alg.startsWith('ML')) shapes.push(await exportSPKI(publicKey), await exportPKCS8(privateKey))
    for (const key of shapes) expect(await verify(token, { from: 'key', key })).toMatchObject({ outcome: 'holds', alg })
  })

  it('tell an altered payload from another key, where RSA allows to', async () => {
    const altered = alter(RFC7515_A2.text, 1, (claims) => (claims['iss'] = 'jane'))
    expect(await verify(altered, { from: 'key', key: RFC7515_A2.key })).toMatchObject({ reason: 'payload altered' })
    const { kid: _kid, ...core } = JSON.parse(CORE_A2.key) as JWK
    expect(await verify(RFC7515_A2.text, { from: 'key', key: JSON.stringify(core) })).toMatchObject({
      reason: 'signed by another key',
    })
  })

  it.each([
    ['wrong key type', RFC7515_A2.text, RFC7515_A3.key],
    ['wrong key type', RFC7515_A1.text, RFC7515_A2.key],
    ['wrong alg', RFC7515_A2.text, RFC7515_A2.key.replace('{', '{"alg":"PS256",')],
    ['wrong alg', RFC7515_A2.text, RFC7515_A2.key.replace('{', '{"use":"enc",')],
    ['signature wrong', RFC7515_A3.text.replace('.Dt', '.Du'), RFC7515_A3.key],
    ['no keys', RFC7515_A2.text, '{"keys":[]}'],
    ['key unreadable', RFC7515_A2.text, '{"kid":"a"}'],
    ['key unreadable', RFC7515_A2.text, '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
    ['alg none', RFC7515_A5.text, RFC7515_A2.key],
    ['not signed', RFC7516_A3.text, RFC7515_A2.key],
    ['not signed', 'opaque', RFC7515_A2.key],
  ])('say %s', async (reason, token, key) => {
    expect(await verify(token, { from: 'key', key })).toMatchObject({ outcome: 'fails', reason })
  })

  it('say when another key of the set than the named one fits', async () => {
    const key = JSON.stringify({ keys: [{ ...(JSON.parse(CORE_A2.key) as JWK), kid: 'renamed' }] })
    expect(await verify(CORE_A2.text, { from: 'key', key })).toMatchObject({ outcome: 'holds', isOtherKid: true })
  })

  it('verify a JWS whose header is not protected (RFC 7515 appendix A.6)', async () => {
    const [, payload, signature] = RFC7515_A3.text.split('.')
    expect(
      await verify(`.${payload}.${signature}`, { from: 'key', key: RFC7515_A3.key }, { unprotected: { alg: 'ES256' } }),
    ).toMatchObject({
      reason: 'signature wrong',
    })
  })
})

describe('a secret', () => {
  it('verifies an HMAC, as text or as base64url', async () => {
    const secret = 'my-secret'
    const token = await new CompactSign(BYTES)
      .setProtectedHeader({ alg: 'HS512' })
      .sign(new TextEncoder().encode(secret))
    expect(await verify(token, { from: 'secret', secret, encoding: 'utf-8' })).toMatchObject({
      outcome: 'holds',
      key: { kty: 'oct' },
    })
    const encoded = Buffer.from(secret).toString('base64url')
    expect(await verify(token, { from: 'secret', secret: encoded, encoding: 'base64url' })).toMatchObject({
      outcome: 'holds',
    })
    expect(await verify(token, { from: 'secret', secret: 'another', encoding: 'utf-8' })).toMatchObject({
      reason: 'signature wrong',
    })
  })
})

describe('an address', () => {
  it('may be the issuer’s, its discovery document’s, or its key set’s', async () => {
    const token = await getToken()
    const { url } = management.issuer
    for (const address of [url, `${url}/.well-known/openid-configuration`, `${url}/jwks`]) {
      const verdict = await verify(token, { from: 'address', address })
      expect(verdict).toMatchObject({ outcome: 'holds', source: `${url}/jwks` })
      expect(verdict['issuer']).toBe(address.endsWith('/jwks') ? undefined : url)
    }
  })

  it('says what is wrong with what it answers', async () => {
    await using server = await startLocalServer((request, response) => {
      if (request.url === '/broken') response.writeHead(503).end()
      else if (request.url === '/html') response.end('<html>')
      else if (request.url === '/large') response.end('x'.repeat(2_000_000))
      else if (request.url === '/empty') response.end('{"keys":[]}')
      else response.writeHead(404).end()
    })
    const at = async (path: string) =>
      (await verify(RFC7515_A2.text, { from: 'address', address: server.url + path }))['reason']
    expect(await at('/broken')).toBe('address refused')
    expect(await at('/html')).toBe('no key set')
    expect(await at('/large')).toBe('no key set')
    expect(await at('/missing')).toBe('no key set')
    expect(await at('/empty')).toBe('no keys')
  })

  it('says that nobody answers', async () => {
    const server = await startLocalServer(() => undefined)
    await server[Symbol.asyncDispose]()
    const verdict = await verify(RFC7515_A2.text, { from: 'address', address: server.url })
    expect(verdict).toMatchObject({
      reason: 'address unreachable',
      detail: expect.stringContaining('ECONNREFUSED') as string,
    })
  })

  it('has to be one', async () => {
    const reply = await management.call('POST', '/tokens/verify', {
      body: { token: 'a', keys: { from: 'address', address: 'file:///etc/passwd' } },
    })
    expect(reply.status).toBe(422)
    expect(reply.json['detail']).toContain('address')
  })
})

describe('an encrypted token', () => {
  it('opens with its key (RFC 7516 appendix A.3)', async () => {
    expect(await decrypt(RFC7516_A3.text, { from: 'key', key: RFC7516_A3.key })).toMatchObject({
      outcome: 'decrypted',
      plaintext: 'Live long and prosper.',
    })
  })

  it.each(['RSA-OAEP', 'RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A256KW'])('opens with a private key by %s', async (alg) => {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
    const token = await new CompactEncrypt(BYTES).setProtectedHeader({ alg, enc: 'A256GCM' }).encrypt(publicKey)
    for (const key of [JSON.stringify(await exportJWK(privateKey)), await exportPKCS8(privateKey)]) {
      expect(await decrypt(token, { from: 'key', key })).toMatchObject({
        outcome: 'decrypted',
        plaintext: '{"iss":"joe"}',
      })
    }
    expect(await decrypt(token, { from: 'key', key: RFC7516_A3.key })).toMatchObject({ reason: 'wrong key type' })
  })

  it('opens with a secret, and with the key that OpenID Connect Core 10.2 makes of a client’s secret', async () => {
    const secret = 'calendar-app-secret'
    const made = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)))
    const token = await new CompactEncrypt(BYTES).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(made)
    expect(await decrypt(token, { from: 'secret', secret, encoding: 'utf-8' })).toMatchObject({
      outcome: 'decrypted',
      isDerived: true,
    })
    const byPassword = await new CompactEncrypt(BYTES)
      .setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM' })
      .encrypt(new TextEncoder().encode(secret))
    expect(await decrypt(byPassword, { from: 'secret', secret, encoding: 'utf-8' })).toMatchObject({
      outcome: 'decrypted',
    })
  })

  it('says why it does not open', async () => {
    const other = await exportJWK(await generateSecret('A128KW', { extractable: true }))
    expect(await decrypt(RFC7516_A3.text, { from: 'key', key: JSON.stringify(other) })).toMatchObject({
      reason: 'not decrypted',
    })
    expect(await decrypt(RFC7516_A3.text, { from: 'key', key: 'x' })).toMatchObject({ reason: 'key unreadable' })
    expect(await decrypt(RFC7515_A1.text, { from: 'key', key: RFC7516_A3.key })).toMatchObject({
      reason: 'not encrypted',
    })
  })
})
