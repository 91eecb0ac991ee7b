import { generateKeyPairSync } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { parsePrivateKey } from './parse-private-key.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const ed = generateKeyPairSync('ed25519')

const pem = ({ privateKey }: typeof rsa) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const jwk = ({ privateKey }: typeof rsa) => privateKey.export({ format: 'jwk' }) as Record<string, unknown>
const { d: _d, ...publicJwk } = jwk(p256)

describe('a private key that is brought along', () => {
  it.each([
    ['an RSA key in PEM', pem(rsa), ['RS256', 'PS256']],
    ['one of PKCS#1', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(), ['RS256', 'PS256']],
    ['one with text around it', `Bag attributes\n${pem(p256)}\n`, ['ES256']],
    ['a P-256 key of SEC1', p256.privateKey.export({ type: 'sec1', format: 'pem' }).toString(), ['ES256']],
    ['an Ed25519 key', pem(ed), ['EdDSA']],
    ['a JWK', jwk(p256), ['ES256']],
    ['a JWK as text', JSON.stringify(jwk(ed)), ['EdDSA']],
    ['a JWK that says its algorithm', { ...jwk(rsa), alg: 'PS256' }, ['PS256']],
    ['a set of one', { keys: [jwk(p256)] }, ['ES256']],
    ['a JWK for Ed25519 by its newer name', { ...jwk(ed), alg: 'Ed25519' }, ['EdDSA']],
  ])('is taken as %s', (_name, given, algs) => {
    expect(parsePrivateKey(given)).toMatchObject({ algs })
  })

  it('keeps its name', () => {
    expect(parsePrivateKey({ ...jwk(p256), kid: '🔑' })).toMatchObject({ kid: '🔑' })
  })

  it.each([
    ['nothing', ' ', 'empty'],
    ['a word', 'hunter2', 'neither JSON'],
    ['a script', '<script>alert(1)</script>', 'neither JSON'],
    ['a list', '[1]', 'neither JSON'],
    ['a text without end', 'x'.repeat(200_000), 'far longer'],
    ['the public half as PEM', p256.publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'public half'],
    ['the public half as JWK', publicJwk, 'public half'],
    ['a shared secret', { kty: 'oct', k: 'aGVsbG8' }, 'shared secret'],
    ['a key for encryption', { ...jwk(rsa), use: 'enc' }, 'for encryption'],
    ['a JWK without kind', { d: 'x' }, 'no kty'],
    ['a kid that is no text', { ...jwk(p256), kid: 7 }, 'kid is no text'],
    ['a set of two', { keys: [jwk(p256), jwk(ed)] }, 'set of 2'],
    ['a short RSA key', pem(short), '1024 bits'],
    ['another curve', pem(p384), 'P-384'],
    ['another algorithm', { ...jwk(p256), alg: 'RS256' }, 'for RS256'],
    ['half a PEM', pem(rsa).slice(0, 300), 'copied whole'],
    ['a broken JWK', { ...jwk(p256), x: 'AA' }, 'cannot be read'],
    [
      'two halves of two keys',
      { ...jwk(p256), d: jwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }))['d'] },
      'does not belong',
    ],
    [
      'a locked one',
      rsa.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      'passphrase',
    ],
  ])('is refused as %s, without a word of it', (_name, given, why) => {
    const parsed = parsePrivateKey(given)
    expect(parsed).toHaveProperty('problem', expect.stringContaining(why))
    expect(JSON.stringify(parsed)).not.toContain('hunter2')
  })
})
