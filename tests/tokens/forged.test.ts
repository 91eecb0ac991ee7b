import { calculateJwkThumbprint, createRemoteJWKSet, exportJWK, generateKeyPair, jwtVerify } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Attempted, ForgedSignature } from '#shared/contract/calls/tokens.ts'

import { lookUp, ORGANIZER, parts, PHOTOBOX, useWorld } from './support.ts'

const world = useWorld()
const HERE = () => `this API is ${ORGANIZER} (at ${world.core.issuer}/apis/organizer)`
const now = () => Math.floor(Date.now() / 1000)

type Members = Readonly<Record<string, unknown>>

let real = ''
let kid = ''
let es256 = ''

beforeAll(async () => {
  real = (await world.signIn({ scope: 'openid read:tasks' })).access_token
  const { items } = await world.core.call('keys.list', {})
  kid = String(parts(real).header['kid'])
  es256 = items.find(({ alg }) => alg === 'ES256')?.kid ?? ''
})

interface Change {
  readonly header?: Members
  readonly claims?: Members
  readonly signature?: ForgedSignature
}

/** The real token, changed; members that are undefined are taken out. */
async function forge({ header, claims, signature = { with: 'issuer_key', kid } }: Change) {
  const { header: given, claims: claimed } = parts(real)
  const forgery = {
    header: JSON.parse(JSON.stringify({ ...given, ...header })) as Members,
    claims: JSON.parse(JSON.stringify({ ...claimed, jti: 'forged', ...claims })) as Members,
    signature,
    about: 'for the test',
  }
  return world.core.call('tokens.forge', { forgery })
}

const CALL_TASKS = 2
const CALL_ADD_TASK = 3

function attempt(token: string, call = CALL_TASKS, api = ORGANIZER): Promise<Attempted> {
  return world.core.call('tokens.try', { attempt: { token, api, call } })
}

interface Case extends Change {
  readonly title: string
  readonly error?: string
  readonly description: () => string | RegExp
  readonly reason: RegExp
  readonly call?: number
}

const VERIFIED = /^The signature is the issuer's \(key \S+\), so it is what it says, and that is not enough here\.$/
const OTHERWISE = /^Either it was altered after it was signed, or somebody else signed it/

const CASES: readonly Case[] = [
  {
    title: 'no signature',
    signature: { with: 'none' },
    description: () => 'the token is signed with alg none; this API takes RS256, PS256, ES256, EdDSA only',
    reason: /^Nobody signed it: an API that takes the algorithm from the token would have believed every claim/,
  },
  {
    title: 'an HMAC of the public key',
    get signature(): ForgedSignature {
      return { with: 'public_key_hmac', kid }
    },
    description: () => 'the token is signed with alg HS256; this API takes RS256, PS256, ES256, EdDSA only',
    reason: /^Its secret is the issuer's public key \S+ as PEM: an API that takes the algorithm from the token/,
  },
  {
    title: 'another key under the kid of the issuer’s',
    signature: { with: 'other_key', alg: 'RS256' },
    description: () => `the signature does not match key ${kid} of the issuer`,
    reason: OTHERWISE,
  },
  {
    title: 'another key under a kid of its own',
    header: { kid: 'my-own' },
    signature: { with: 'other_key', alg: 'ES256' },
    description: () => 'the issuer publishes no key my-own for ES256',
    reason: OTHERWISE,
  },
  {
    title: 'another key that the token brings along',
    signature: { with: 'other_key', alg: 'RS256', embed: true },
    description: () => `the signature does not match key ${kid} of the issuer`,
    reason: /^It brings a key of its own \(jwk in the header\)/,
  },
  {
    title: 'a kid that is a path',
    header: { kid: '../../../dev/null' },
    signature: { with: 'other_key', alg: 'RS256' },
    description: () => 'the issuer publishes no key ../../../dev/null for RS256',
    reason: /^Its kid is a path: an API that looks its keys up as files/,
  },
  {
    title: 'an altered payload under the old signature',
    claims: { sub: 'mallory' },
    get signature(): ForgedSignature {
      return { with: 'kept', signature: real.split('.')[2] ?? '' }
    },
    description: () => `the signature does not match key ${kid} of the issuer`,
    reason: OTHERWISE,
  },
  {
    title: 'expired',
    claims: { exp: 1_000_000_000 },
    description: () => /^the token expired at 2001-09-09T01:46:40Z, \d+ seconds ago$/,
    reason: VERIFIED,
  },
  {
    title: 'not valid yet',
    claims: { nbf: 4_102_444_800 },
    description: () => 'the token is not valid before 2100-01-01T00:00:00Z (nbf)',
    reason: VERIFIED,
  },
  {
    title: 'of another issuer',
    claims: { iss: 'https://evil.test' },
    description: () => `the token was issued by https://evil.test, and this API trusts ${world.core.issuer} only`,
    reason: VERIFIED,
  },
  {
    title: 'for another API',
    claims: { aud: PHOTOBOX },
    description: () => `the token's audience is ${PHOTOBOX}, but ${HERE()}`,
    reason: VERIFIED,
  },
  {
    title: 'without jti',
    claims: { jti: undefined },
    description: () => 'the token has no jti, which RFC 9068 requires, so whether it was revoked cannot be told',
    reason: VERIFIED,
  },
  {
    title: 'of another type',
    header: { typ: 'JWT' },
    description: () =>
      "the token's typ is JWT, and an access token's is at+jwt (RFC 9068); an ID token is for the application, not for an API",
    reason: /^Its signature was not looked at: a token of another kind is refused whoever signed it/,
  },
  {
    title: 'without the scope',
    error: 'insufficient_scope',
    call: CALL_ADD_TASK,
    description: () => 'this needs the scope create:tasks, and the token has only openid read:tasks',
    reason: /^The token itself is good\. Its scope stands under the signature/,
  },
]

describe('a demo API says exactly why it refuses', () => {
  it.each(CASES)('a token that is forged: $title', async (forged) => {
    const { token } = await forge(forged)
    const said = await attempt(token, forged.call)
    const description = forged.description()
    expect(said.error).toBe(forged.error ?? 'invalid_token')
    if (typeof description === 'string') expect(said.description).toBe(description)
    else expect(said.description).toMatch(description)
    expect(said.reason).toMatch(forged.reason)
    expect(said.accepted).toBe(false)
    const recorded = await world.core.call('exchanges.get', { id: said.exchange ?? 0 })
    expect(recorded.value.error).toEqual({ code: said.error, description: said.description, reason: said.reason })
  })

  it('a token that was revoked', async () => {
    const { access_token } = await world.signIn()
    const { issued } = await lookUp(world.core, access_token)
    await world.core.call('tokens.revoke', { id: issued?.id ?? '' })
    expect(await attempt(access_token)).toMatchObject({ error: 'invalid_token', description: 'the token was revoked' })
  })

  it('a token that is bound to a key, sent as Bearer', async () => {
    const { publicKey } = await generateKeyPair('ES256')
    const jkt = await calculateJwkThumbprint(await exportJWK(publicKey))
    const { token } = await forge({ claims: { cnf: { jkt } } })
    expect(await attempt(token)).toMatchObject({
      error: 'invalid_token',
      description: 'the token is bound to a key (cnf.jkt): send it with the scheme DPoP and a proof in the DPoP header',
      reason: expect.stringContaining('has found or stolen it, and gets nothing'),
    })
  })

  it('an HMAC whose secret is nothing that the issuer has published', async () => {
    const { token } = await forge({ signature: { with: 'public_key_hmac', kid: es256 } })
    const broken = `${token.slice(0, -4)}AAAA`
    expect((await attempt(broken)).reason).toContain('Its secret is not a public key of the issuer either')
  })

  it('takes what the issuer’s own key has signed, whatever it claims: that is why such a key is guarded', async () => {
    const { token } = await forge({ claims: { sub: 'mallory', scope: 'read:tasks create:tasks delete:tasks' } })
    expect(await attempt(token, CALL_ADD_TASK)).toMatchObject({ accepted: true, status: 201 })
    const keys = createRemoteJWKSet(new URL(`${world.core.issuer}/jwks`))
    expect((await jwtVerify(token, keys)).payload).toMatchObject({ sub: 'mallory' })
  })
})

describe('a forged token', () => {
  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)('is signed with %s as it says', async (alg) => {
    const { header, token } = await forge({ signature: { with: 'other_key', alg, embed: true } })
    expect(header).toMatchObject({ alg, typ: 'at+jwt', kid, jwk: { alg } })
    const { payload } = await jwtVerify(token, {
      ...(header['jwk'] as object),
      kty: String((header['jwk'] as Members)['kty']),
    })
    expect(payload.sub).toBe('alice')
  })

  it('is marked wherever it is looked up, and is none that the issuer gave', async () => {
    const { token, mark } = await forge({ claims: { sub: 'bob' } })
    expect(mark).toMatchObject({ with: 'issuer_key', about: 'for the test' })
    expect(mark.madeAt).toBeGreaterThan(now() - 60)
    expect(await lookUp(world.core, token)).toEqual({ forged: mark })
    expect((await lookUp(world.core, real)).forged).toBeUndefined()
  })

  it('is not made from what is no forgery, and the message names the field', async () => {
    const make = (forgery: unknown) => world.core.call('tokens.forge', { forgery })
    await expect(make({ header: {}, claims: [], signature: { with: 'none' } })).rejects.toThrow(/forgery\.claims/)
    await expect(make({ header: {}, claims: {}, signature: { with: 'magic' } })).rejects.toThrow(/signature\.with/)
    await expect(
      make({ header: {}, claims: {}, signature: { with: 'issuer_key', kid: 'none-such' } }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('trying a token', () => {
  it('goes to the demo APIs alone, and sends nothing that would end a header', async () => {
    await expect(attempt('abc', 0, 'https://elsewhere.test')).rejects.toMatchObject({ code: 'not_found' })
    await expect(attempt('abc', 99)).rejects.toThrow('attempt.call: found 99, expected 0 to 4')
    await expect(attempt('abc\r\nX-Evil: 1')).rejects.toThrow('attempt.token')
  })
})
