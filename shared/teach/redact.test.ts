import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

describe('what the issuer said', () => {
  it('is shown without the secrets of the request', () => {
    expect(redact('secret top-secret is wrong', { client_secret: 'top-secret' })).toBe('secret … is wrong')
  })

  it('is shown without anything that looks like a token', () => {
    expect(redact('bad eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0. here', {})).toBe('bad … here')
  })

  it('keeps the values that are no secret', () => {
    expect(redact('calendar-app is unknown', { client_id: 'calendar-app' })).toBe('calendar-app is unknown')
  })
})
