import { expect, it } from 'vitest'

import {
  type KeyFacts,
  VERIFY_FAILURES,
  type Verdict,
  type VerifyFailure,
} from '#shared/contract/calls/token-checks.ts'

import { explainVerdict } from './explain-verdict.ts'

const KEY: KeyFacts = {
  kid: '7Kx2q',
  kty: 'EC',
  crv: 'P-256',
  thumbprint: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I',
}
const SOURCE = 'http://localhost:4400/jwks'

function fails(reason: VerifyFailure, more: Partial<Extract<Verdict, { outcome: 'fails' }>> = {}): Verdict {
  return { outcome: 'fails', reason, alg: 'ES256', source: SOURCE, keys: [KEY], key: KEY, ...more }
}

it('says by which key from where a signature holds', () => {
  const verdict: Verdict = { outcome: 'holds', alg: 'ES256', key: KEY, isOtherKid: false, source: SOURCE }
  expect(explainVerdict(verdict, undefined)).toEqual({
    tone: 'good',
    title: 'Signature holds',
    aside: 'ES256 with key 7Kx2q from localhost:4400/jwks',
  })
})

it('warns of a kid that names another key, and of keys of another issuer', () => {
  const verdict: Verdict = {
    outcome: 'holds',
    alg: 'ES256',
    key: KEY,
    isOtherKid: true,
    source: SOURCE,
    issuer: 'https://a.example',
  }
  expect(explainVerdict(verdict, 'https://a.example')).toMatchObject({
    tone: 'warn',
    text: expect.stringContaining('kid') as string,
  })
  expect(explainVerdict({ ...verdict, isOtherKid: false }, 'https://b.example')).toMatchObject({
    tone: 'warn',
    text: 'The keys are those of https://a.example, and the token says that https://b.example made it.',
  })
})

it('says since when a key signs no more', () => {
  const key: KeyFacts = { ...KEY, state: 'retiring', retiredAt: 1_700_000_000, retiresAt: 1_700_003_600 }
  expect(
    explainVerdict({ outcome: 'holds', alg: 'ES256', key, isOtherKid: false, source: SOURCE }, undefined).text,
  ).toMatch(/^Signed by a key that was retired at 2023-11-1\d [\d:]+, which is published until 2023-11-1\d [\d:]+\.$/)
})

it.each(VERIFY_FAILURES)('has whole sentences for "%s"', (reason) => {
  const bare: Verdict = { outcome: 'fails', reason, source: '', keys: [] }
  for (const verdict of [fails(reason, { detail: 'it said so' }), bare]) {
    const { tone, text } = explainVerdict(verdict, undefined)
    expect(['bad', 'warn']).toContain(tone)
    expect(text).toMatch(/^[A-Z].*\.( [A-Z].*\.)?$|^alg is none: .*\.$|^crit .*\.$/)
    expect(text).not.toContain('undefined')
  }
})

it('names the keys that there are where the named one is not', () => {
  expect(explainVerdict(fails('no such kid', { kid: 'made-up' }), undefined).text).toContain(
    'no key “made-up” among the one that there is: 7Kx2q',
  )
})
