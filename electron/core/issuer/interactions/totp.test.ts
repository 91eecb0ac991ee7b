import { describe, expect, it } from 'vitest'

import { checkTotp, totpCode, totpSecondsLeft } from './totp.ts'

/** "12345678901234567890", the secret of RFC 6238's own test vectors. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a one-time password', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('at %d seconds is the last six digits of the vector in RFC 6238 appendix B', (seconds, code) => {
    expect(totpCode(SECRET, seconds)).toBe(code)
  })

  it('is accepted one step early and one step late, with or without a space', () => {
    expect(checkTotp(SECRET, totpCode(SECRET, 1000), 1030)).toBe(true)
    expect(checkTotp(SECRET, totpCode(SECRET, 1030), 1000)).toBe(true)
    expect(checkTotp(SECRET, '287 082', 59)).toBe(true)
  })

  it('is refused two steps late, when wrong, and when empty', () => {
    expect(checkTotp(SECRET, totpCode(SECRET, 1000), 1060)).toBe(false)
    expect(checkTotp(SECRET, '000000', 59)).toBe(false)
    expect(checkTotp(SECRET, '', 59)).toBe(false)
  })

  it('says how long it lasts', () => {
    expect(totpSecondsLeft(0)).toBe(30)
    expect(totpSecondsLeft(59.9)).toBe(1)
  })
})
