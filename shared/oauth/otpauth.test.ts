import { expect, test } from 'vitest'

import { buildOtpauth } from './otpauth.ts'

test('an authenticator app is told whose secret it is', () => {
  expect(buildOtpauth('carol', 'abcdefghijklmnop====')).toBe(
    'otpauth://totp/Valet%20Key:carol?secret=ABCDEFGHIJKLMNOP&issuer=Valet%20Key',
  )
  expect(buildOtpauth('a:b/c?d', 'ABCDEFGHIJKLMNOP')).toContain('totp/Valet%20Key:a%3Ab%2Fc%3Fd?')
})
