import { generateKeyPairSync, sign, verify } from 'node:crypto'

import { expect, it } from 'vitest'

import { toJoseSignature } from './ecdsa-signature.ts'

it('turns what OpenSSL signs into what JWS carries, also where r or s is short', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const lengths = new Set<number>()
  // About one in 128 has a short number, so both kinds are among these.
  for (let round = 0; round < 1500; round += 1) {
    const data = Buffer.from(`message ${round}`)
    const der = sign('sha256', data, privateKey)
    lengths.add(der.length)
    const signature = toJoseSignature(der)
    expect(signature.length).toBe(64)
    expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  }
  expect(lengths.size).toBeGreaterThan(2)
})

it('refuses what is no signature', () => {
  expect(() => toJoseSignature(Buffer.alloc(70))).toThrow('sequence')
  expect(() => toJoseSignature(Buffer.from([0x30, 0x44, 0x03, 0x20]))).toThrow('integers')
})
