import { describe, expect, test } from 'vitest'

import { adviseClaim } from './advise-claim.ts'

describe('a claim is as the standard has it', () => {
  test.each<[name: string, value: unknown]>([
    ['name', 'Zoë 😀 <script>alert(1)</script>'],
    ['email', 'zoe@example.test'],
    ['email_verified', false],
    ['picture', 'https://example.test/zoe.png'],
    ['phone_number', '+1 202 555 0143'],
    ['birthdate', '2000-02-29'],
    ['birthdate', '0000-02-29'],
    ['birthdate', '1984'],
    ['zoneinfo', 'Europe/Paris'],
    ['locale', 'de_AT'],
    ['updated_at', 1_700_000_000],
    ['address', { country: 'FR', of_our_own: 7 }],
    ['roles', ['admin']],
    ['nickname', undefined],
  ])('%s: %j', (name, value) => {
    expect(adviseClaim(name, value)).toBeUndefined()
  })
})

describe('a claim is not, and it is said what an application expects', () => {
  test.each<[name: string, value: unknown, advice: string]>([
    ['name', '', 'leave out a claim that has no value'],
    ['name', 7, 'a text here'],
    ['email', 'zoe', 'no e-mail address'],
    ['email_verified', 'true', 'true or false'],
    ['picture', 'javascript:alert(1)', 'begins with https://'],
    ['phone_number', '0202', 'E.164'],
    ['birthdate', '2001-02-29', 'YYYY-MM-DD'],
    ['birthdate', '29.2.2000', 'YYYY-MM-DD'],
    ['zoneinfo', 'Mars/Base', 'No time zone'],
    ['locale', 'a language', 'no language tag'],
    ['updated_at', '2026', 'a number'],
    ['address', 'Rue 1', 'an object'],
    ['address', { country: 33 }, 'country is no text'],
    ['nickname', 'x'.repeat(5000), 'long (5,002 characters)'],
    ['bio', 'x'.repeat(5000), 'travels in each token'],
    ['exp', 5, 'belongs to the protocol'],
  ])('%s: %j', (name, value, advice) => {
    expect(adviseClaim(name, value)).toContain(advice)
  })
})
