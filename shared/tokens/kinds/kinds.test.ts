/** Each kind with a good token and with bad ones, from the examples of the specifications where they print some. */
import { describe, expect, it } from 'vitest'

import { encodeText } from '../base64url.ts'
import { buildSubject, checkRules } from '../check-rules.ts'
import { CORE_A2, CORE_A3, CORE_A4, RFC7515_A1, RFC7515_A5, RFC9449_4 } from '../examples.ts'
import { hashHalf, hashWhole, thumbprint } from '../hashes.ts'
import { isJsonObject, parseJson } from '../json-object.ts'
import { recognise } from '../recognise.ts'
import { recogniseKind } from './kinds.ts'

/** When the examples of OpenID Connect Core were good. */
const CORE_TIME = 1_311_281_000
const NOW = 1_700_000_000

interface Judged {
  readonly kind: string
  readonly broken: readonly string[]
  readonly advice: readonly string[]
  readonly kept: readonly string[]
  explain(id: string): string | undefined
}

async function judge(text: string, { now = NOW, index = 0 } = {}): Promise<Judged> {
  const paste = recognise(text)
  const found = 'found' in paste ? paste.found[index] : undefined
  if (found === undefined || !('members' in paste)) throw new Error('nothing was recognised')
  const subject = await buildSubject(found, paste.members)
  if (subject === undefined) throw new Error('nothing can be read')
  const { kind } = recogniseKind(subject)
  const checked = checkRules(kind, { ...subject, now })
  const ids = (outcome: string) => checked.filter(({ result }) => result.outcome === outcome).map(({ rule }) => rule.id)
  return {
    kind: kind.id,
    broken: ids('broken'),
    advice: ids('advice'),
    kept: ids('kept'),
    explain: (id) => checked.find(({ rule }) => rule.id === id)?.result.explanation,
  }
}

type Json = Readonly<Record<string, unknown>>

function jwt(header: Json, claims: Json): string {
  return `${encodeText(JSON.stringify(header))}.${encodeText(JSON.stringify(claims))}.c2lnbmF0dXJl`
}

interface Case {
  readonly kind: string
  readonly header: Json
  readonly claims: Json
  /** What is pasted around it. */
  readonly wrap?: (token: string) => string
  /** The rule that each change breaks; undefined takes a member away. */
  readonly bad: readonly (readonly [rule: string, changes: { readonly header?: Json; readonly claims?: Json }])[]
}

const TIMES = { iat: NOW - 10, exp: NOW + 60 }
const ISSUER = 'https://server.example.com'

const CASES: readonly Case[] = [
  {
    kind: 'id-token',
    header: { alg: 'RS256', kid: '1e9gdk7' },
    claims: {
      iss: ISSUER,
      sub: '24400320',
      aud: 's6BhdRkqt3',
      nonce: 'n-0S6_WzA2Mj',
      ...TIMES,
      auth_time: NOW - 20,
      acr: 'urn:mace:incommon:iap:silver',
    },
    bad: [
      ['iss', { claims: { iss: 'server.example.com' } }],
      ['iss', { claims: { iss: 'http://server.example.com' } }],
      ['iss', { claims: { iss: `${ISSUER}?tenant=1` } }],
      ['sub', { claims: { sub: 'x'.repeat(256) } }],
      ['aud', { claims: { aud: 7 } }],
      ['azp', { claims: { azp: 7 } }],
      ['exp', { claims: { exp: NOW } }],
      ['exp', { claims: { exp: undefined } }],
      ['exp', { claims: { exp: (NOW + 60) * 1000 } }],
      ['iat', { claims: { iat: NOW + 600 } }],
      ['iat', { claims: { iat: 'today' } }],
      ['alg', { header: { alg: 'none' } }],
      ['alg', { header: { alg: undefined } }],
      ['nonce', { claims: { nonce: 1 } }],
      ['auth_time', { claims: { auth_time: '2026-01-01' } }],
      ['amr', { claims: { amr: 'pwd' } }],
      ['acr', { claims: { acr: 2 } }],
    ],
  },
  {
    // RFC 9068 section 3, figures 2 and 3.
    kind: 'access-token',
    header: { typ: 'at+JWT', alg: 'RS256', kid: 'RjEwOwOA' },
    claims: {
      iss: 'https://authorization-server.example.com/',
      sub: '5ba552d67',
      aud: 'https://rs.example.com/',
      ...TIMES,
      jti: 'dbe39bf3a3ba4238a513f51d6e1691c4',
      client_id: 's6BhdRkqt3',
      scope: 'openid profile reademail',
    },
    bad: [
      ['typ', { header: { typ: 'JWT' } }],
      ['typ', { header: { typ: undefined } }],
      ['alg', { header: { alg: 'none' } }],
      ['alg', { header: { alg: 'HS256' } }],
      ['iss', { claims: { iss: undefined } }],
      ['exp', { claims: { exp: NOW - 1 } }],
      ['aud', { claims: { aud: undefined } }],
      ['sub', { claims: { sub: undefined } }],
      ['client_id', { claims: { client_id: undefined } }],
      ['iat', { claims: { iat: undefined } }],
      ['jti', { claims: { jti: undefined } }],
      ['scope', { claims: { scope: ['openid'] } }],
    ],
  },
  {
    // OpenID Connect Back-Channel Logout section 2.4.
    kind: 'logout-token',
    header: { typ: 'logout+jwt', alg: 'ES256' },
    claims: {
      iss: ISSUER,
      sub: '248289761001',
      aud: 's6BhdRkqt3',
      ...TIMES,
      jti: 'bWJq',
      sid: '08a5019c-17e1-4977-8f42-65a12843ea02',
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    },
    bad: [
      ['typ', { header: { typ: 'JWT' } }],
      ['iss', { claims: { iss: undefined } }],
      ['aud', { claims: { aud: [] } }],
      ['iat', { claims: { iat: undefined } }],
      ['exp', { claims: { exp: undefined } }],
      ['jti', { claims: { jti: '' } }],
      ['events', { claims: { events: {} } }],
      ['events', { claims: { events: { 'http://schemas.openid.net/event/backchannel-logout': true } } }],
      ['sub-or-sid', { claims: { sub: undefined, sid: undefined } }],
      ['nonce', { claims: { nonce: 'n' } }],
      ['alg', { header: { alg: 'none' } }],
    ],
  },
  {
    kind: 'dpop-proof',
    header: { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' } },
    claims: { jti: 'e1j3V_bKic8-LAEB', htm: 'GET', htu: 'https://resource.example.org/protectedresource', iat: NOW },
    bad: [
      ['typ', { header: { typ: 'JWT' } }],
      ['alg', { header: { alg: 'none' } }],
      ['alg', { header: { alg: 'HS256' } }],
      ['jwk', { header: { jwk: undefined } }],
      ['jwk', { header: { jwk: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: 'c' } } }],
      ['jti', { claims: { jti: undefined } }],
      ['htm', { claims: { htm: '' } }],
      ['htu', { claims: { htu: '/protectedresource' } }],
      ['htu', { claims: { htu: 'https://resource.example.org/x?y=1' } }],
      ['iat', { claims: { iat: undefined } }],
      ['iat', { claims: { iat: NOW + 3600 } }],
    ],
  },
  {
    // RFC 7523 section 4, with the claims of OpenID Connect Core section 9.
    kind: 'client-assertion',
    header: { alg: 'ES256', kid: '16' },
    claims: { iss: 's6BhdRkqt3', sub: 's6BhdRkqt3', aud: `${ISSUER}/token`, jti: 'a1', ...TIMES },
    wrap: (token) => `grant_type=client_credentials&client_id=s6BhdRkqt3&client_assertion=${token}`,
    bad: [
      ['sub', { claims: { sub: 'another' } }],
      ['sub', { claims: { iss: undefined } }],
      ['sub', { claims: { iss: 'another', sub: 'another' } }],
      ['aud', { claims: { aud: undefined } }],
      ['exp', { claims: { exp: undefined } }],
      ['jti', { claims: { jti: undefined } }],
      ['alg', { header: { alg: 'none' } }],
    ],
  },
  {
    // RFC 9101 section 4.
    kind: 'request-object',
    header: { typ: 'oauth-authz-req+jwt', alg: 'RS256', kid: 'k2bdc' },
    claims: {
      iss: 's6BhdRkqt3',
      aud: ISSUER,
      response_type: 'code id_token',
      client_id: 's6BhdRkqt3',
      redirect_uri: 'https://client.example.org/cb',
      scope: 'openid',
      state: 'af0ifjsldkj',
      nonce: 'n-0S6_WzA2Mj',
      max_age: 86400,
      exp: NOW + 60,
    },
    wrap: (token) => `${ISSUER}/authorize?client_id=s6BhdRkqt3&request=${token}`,
    bad: [
      ['alg', { header: { alg: 'none' } }],
      ['typ', { header: { typ: 'JWT' } }],
      ['client_id', { claims: { client_id: undefined } }],
      ['client_id', { claims: { client_id: 'another' } }],
      ['nested', { claims: { request_uri: 'https://client.example.org/r' } }],
      ['iss', { claims: { iss: 'another' } }],
      ['aud', { claims: { aud: 5 } }],
      ['exp', { claims: { exp: NOW - 1 } }],
      ['sub', { claims: { sub: 's6BhdRkqt3' } }],
    ],
  },
  {
    // JARM section 2.1, the response to a code flow.
    kind: 'authorization-response',
    header: { alg: 'RS256' },
    claims: {
      iss: 'https://accounts.example.com',
      aud: 's6BhdRkqt3',
      exp: NOW + 60,
      code: 'PyyFaux2o7Q0YfXBU32jhw',
      state: 'S8NJ7uqk5fY4EjNvP_G_FtyJu6pUsvH9jsYni9dMAJw',
    },
    wrap: (token) => `https://client.example.com/cb?response=${token}`,
    bad: [
      ['iss', { claims: { iss: undefined } }],
      ['aud', { claims: { aud: undefined } }],
      ['exp', { claims: { exp: NOW - 60 } }],
      ['answer', { claims: { code: undefined } }],
      ['alg', { header: { alg: 'none' } }],
    ],
  },
  {
    // RFC 9701 section 5.
    kind: 'introspection-jwt',
    header: { typ: 'token-introspection+jwt', alg: 'RS256', kid: 'wG6D' },
    claims: {
      iss: 'https://as.example.com/',
      aud: 'https://rs.example.com/resource',
      iat: NOW - 10,
      token_introspection: {
        active: true,
        iss: 'https://as.example.com/',
        aud: 'https://rs.example.com/resource',
        ...TIMES,
        client_id: 'paiB2goo0a',
        scope: 'read write dolphin',
        sub: 'Z5O3upPC88QrAjx00dis',
      },
    },
    bad: [
      ['typ', { header: { typ: 'JWT' } }],
      ['iss', { claims: { iss: undefined } }],
      ['aud', { claims: { aud: undefined } }],
      ['iat', { claims: { iat: undefined } }],
      ['token_introspection', { claims: { token_introspection: [] } }],
      ['active', { claims: { token_introspection: { active: 'true' } } }],
      ['times', { claims: { token_introspection: { active: true, exp: 'soon' } } }],
      ['scope', { claims: { token_introspection: { active: true, scope: ['a'] } } }],
      ['alg', { header: { alg: 'none' } }],
    ],
  },
  {
    kind: 'user-info',
    header: { alg: 'RS256' },
    claims: {
      iss: ISSUER,
      aud: 's6BhdRkqt3',
      sub: '248289761001',
      name: 'Jane Doe',
      email: 'janedoe@example.com',
      email_verified: true,
    },
    bad: [
      ['iss', { claims: { iss: undefined } }],
      ['aud', { claims: { aud: undefined } }],
      ['email_verified', { claims: { email_verified: 'true' } }],
      ['updated_at', { claims: { updated_at: '2026' } }],
      ['alg', { header: { alg: 'none' } }],
    ],
  },
  {
    // RFC 7591 section 2.3.
    kind: 'software-statement',
    header: { alg: 'RS256' },
    claims: {
      iss: 'https://vouch.example',
      software_id: '4NRB1-0XZABZI9E6-5SM3R',
      client_name: 'Example Statement-based Client',
      client_uri: 'https://client.example.net/',
    },
    bad: [
      ['iss', { claims: { iss: undefined } }],
      ['alg', { header: { alg: 'none' } }],
    ],
  },
  {
    kind: 'jwt',
    header: { alg: 'ES256', typ: 'example+jwt', kid: 'a' },
    claims: { iss: 'joe', aud: 'jane', exp: NOW + 60 },
    bad: [
      ['alg', { header: { alg: 'nOnE' } }],
      ['exp', { claims: { exp: NOW - 1 } }],
      ['kid', { header: { kid: '../../dev/null' } }],
      ['kid', { header: { kid: "x' UNION SELECT 'key" } }],
      ['kid', { header: { kid: 5 } }],
      ['crit', { header: { crit: [] } }],
      ['crit', { header: { crit: ['exp'] } }],
      ['times', { claims: { nbf: 'now' } }],
      ['nbf', { claims: { nbf: NOW + 3600 } }],
    ],
  },
]

describe.each(CASES)('a token of the kind $kind', ({ kind, header, claims, wrap = (token) => token, bad }) => {
  it('is known, and a good one breaks nothing', async () => {
    const judged = await judge(wrap(jwt(header, claims)))
    expect(judged).toMatchObject({ kind, broken: [], advice: [] })
    expect(judged.kept.length).toBeGreaterThan(0)
  })

  it.each(bad)('breaks the rule %s by %j', async (rule, changes) => {
    const changed = jwt({ ...header, ...changes.header }, { ...claims, ...changes.claims })
    const judged = await judge(wrap(changed))
    expect(judged.kind).toBe(kind)
    expect(judged.broken).toContain(rule)
  })
})

describe('the hashes of an ID token', () => {
  it('are made again from what came along (OpenID Connect Core appendix A.3 and A.4)', async () => {
    const withToken = await judge(CORE_A3.text, { now: CORE_TIME })
    expect(withToken).toMatchObject({ kind: 'id-token', broken: [] })
    expect(withToken.explain('at_hash')).toBe('Left half of SHA-256 of the access token, made again: equal.')
    const withCode = await judge(CORE_A4.text, { now: CORE_TIME })
    expect(withCode.kept).toContain('c_hash')
  })

  it('tell an exchanged access token and an exchanged code', async () => {
    expect((await judge(CORE_A3.text.replace('jHkWEdUX', 'jHkWEdUY'), { now: CORE_TIME })).broken).toEqual(['at_hash'])
    expect((await judge(CORE_A4.text.replace('Qcb0', 'Qcb1'), { now: CORE_TIME })).broken).toEqual(['c_hash'])
  })

  it('tell an exchanged state', async () => {
    const s_hash = await hashHalf('af0ifjsldkj', 'ES256')
    const token = jwt({ alg: 'ES256' }, { iss: ISSUER, sub: 'a', aud: 'b', ...TIMES, s_hash })
    const around = (state: string) => `https://client.example.org/cb#id_token=${token}&state=${state}`
    expect((await judge(around('af0ifjsldkj'))).kept).toContain('s_hash')
    expect((await judge(around('another'))).broken).toEqual(['s_hash'])
  })

  it('are asked for where they cannot be made again', async () => {
    const alone = recognise(CORE_A3.text)
    const text = 'found' in alone ? alone.found[0].token.text : ''
    expect((await judge(text, { now: CORE_TIME })).explain('at_hash')).toContain('Paste the access token')
  })

  it('are of the hash that goes with the algorithm', async () => {
    const lengths = await Promise.all(
      ['RS256', 'ES384', 'PS512', 'EdDSA', 'ML-DSA-65'].map((alg) => hashHalf('a', alg)),
    )
    expect(lengths.map((hash) => hash?.length)).toEqual([22, 32, 43, 43, undefined])
  })
})

describe('the examples of the specifications', () => {
  it('OpenID Connect Core A.2 is an ID token that has ended', async () => {
    expect(await judge(CORE_A2.text, { now: CORE_TIME })).toMatchObject({ kind: 'id-token', broken: [] })
    expect((await judge(CORE_A2.text)).broken).toEqual(['exp'])
  })

  it('RFC 7515 A.1 and A.5 are JWTs with no audience, and the latter nobody signed', async () => {
    expect(await judge(RFC7515_A1.text, { now: 1_300_819_000 })).toMatchObject({
      kind: 'jwt',
      broken: [],
      advice: ['typ', 'aud', 'hmac'],
    })
    expect((await judge(RFC7515_A5.text, { now: 1_300_819_000 })).broken).toEqual(['alg'])
  })

  it('RFC 9449 section 5 is a proof for the request around it', async () => {
    const judged = await judge(RFC9449_4.text, { now: 1_562_262_616 })
    expect(judged).toMatchObject({ kind: 'dpop-proof', broken: [], advice: [] })
    expect(judged.explain('htu')).toBe('The address of the request that it came with.')
    const elsewhere = await judge(RFC9449_4.text.replace('server.example.com', 'other.example.com'), {
      now: 1_562_262_616,
    })
    expect(elsewhere.broken).toEqual(['htu'])
    expect((await judge(RFC9449_4.text.replace('POST /token', 'PUT /token'), { now: 1_562_262_616 })).broken).toEqual([
      'htm',
    ])
    expect((await judge(RFC9449_4.text)).advice).toEqual(['iat'])
  })
})

describe('a DPoP proof beside its access token', () => {
  it('goes with that token and with that key', async () => {
    const jwk = JSON.parse(RFC9449_4.key) as Json
    // RFC 9449 section 6.1 prints this thumbprint of this key.
    expect(await thumbprint(jwk)).toBe('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I')
    const access = jwt({ alg: 'ES256', typ: 'at+jwt' }, { cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' } })
    const proof = (ath: string) =>
      jwt(
        { typ: 'dpop+jwt', alg: 'ES256', jwk },
        { jti: 'a', htm: 'GET', htu: 'https://api.example.com/x', iat: NOW, ath },
      )
    const request = (ath: string, token = access) =>
      `GET /x HTTP/1.1\nHost: api.example.com\nAuthorization: DPoP ${token}\nDPoP: ${proof(ath)}`
    expect((await judge(request(await hashWhole(access)), { index: 1 })).kept).toEqual(
      expect.arrayContaining(['ath', 'cnf']),
    )
    expect((await judge(request('another'), { index: 1 })).broken).toEqual(['ath'])
    const unbound = jwt({ alg: 'ES256' }, { cnf: { jkt: 'another' } })
    expect((await judge(request(await hashWhole(unbound), unbound), { index: 1 })).broken).toEqual(['cnf'])
  })
})

describe('advice', () => {
  it.each([
    ['hmac', { alg: 'HS256' }],
    ['foreign-keys', { alg: 'ES256', jku: 'https://evil.example/jwks' }],
    ['foreign-keys', { alg: 'ES256', jwk: { kty: 'EC' } }],
    ['foreign-keys', { alg: 'ES256', x5u: 'https://evil.example/cert' }],
    ['crit', { alg: 'ES256', crit: ['x'], x: 1 }],
    ['typ', { alg: 'ES256', typ: 'JWT' }],
  ])('on %s is given for the header %j', async (rule, header) => {
    const judged = await judge(jwt(header, { iss: 'joe', aud: 'jane', exp: NOW + 60 }))
    expect(judged.advice).toContain(rule)
  })

  it('on a client assertion that is good for hours', async () => {
    const token = jwt({ alg: 'ES256' }, { iss: 'a', sub: 'a', aud: ISSUER, jti: '1', iat: NOW, exp: NOW + 7200 })
    expect((await judge(token)).advice).toEqual(['lifetime'])
  })

  it('on an ID token for several, which does not say for which client', async () => {
    const token = jwt({ alg: 'ES256' }, { iss: ISSUER, sub: 'a', aud: ['b', 'c'], nonce: 'n', ...TIMES })
    expect((await judge(token)).advice).toEqual(['azp'])
  })
})

describe('answers that are no JWT', () => {
  it('an introspection response (RFC 7662 section 2.2)', async () => {
    const answer = {
      active: true,
      client_id: 'l238j323ds-23ij4',
      username: 'jdoe',
      scope: 'read write dolphin',
      sub: 'Z5O3upPC88QrAjx00dis',
      aud: 'https://protected.example.net/resource',
      iss: 'https://server.example.com/',
      exp: NOW + 60,
      iat: NOW,
    }
    expect(await judge(JSON.stringify(answer))).toMatchObject({
      kind: 'introspection-response',
      broken: [],
      advice: [],
    })
    expect(await judge('{"active":false}')).toMatchObject({ broken: [], advice: [], kept: ['active', 'silence'] })
    expect((await judge(JSON.stringify({ active: true, exp: NOW - 1 }))).advice).toEqual(['times'])
    expect((await judge(JSON.stringify({ active: false, sub: 'a' }))).advice).toEqual(['silence'])
    expect((await judge(JSON.stringify({ ...answer, scope: ['read'] }))).broken).toEqual(['scope'])
  })

  it('a UserInfo response (OpenID Connect Core section 5.3.2)', async () => {
    const answer = { sub: '248289761001', name: 'Jane Doe', email: 'janedoe@example.com' }
    expect(await judge(JSON.stringify(answer))).toMatchObject({ kind: 'user-info', broken: [], advice: [] })
    expect((await judge(JSON.stringify({ ...answer, email_verified: 'yes' }))).broken).toEqual(['email_verified'])
  })

  it('claims that somebody has taken out of a token', async () => {
    const [, payload = ''] = CORE_A2.text.split('.')
    const claims = parseJson(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    expect(isJsonObject(claims)).toBe(true)
    expect(await judge(JSON.stringify(claims))).toMatchObject({ kind: 'claims', broken: ['exp'] })
  })
})
