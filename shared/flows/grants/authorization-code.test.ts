import { describe, expect, it } from 'vitest'

import { defaultChoice } from '../choice.ts'
import { readParameters } from '../draft.ts'
import { CALLBACK, ISSUER } from '../testing/fake-issuer.ts'
import { fakeJwt, forge, NOW } from '../testing/fake-tools.ts'
import { ACCESS_TOKEN, CODE, json, SUBJECT } from '../testing/fake-answers.ts'
import { alwaysAnswering, answering, arriving } from '../testing/fake-world.ts'
import { checkOf, draftOf, walk } from '../testing/walk.ts'
import { authorizationCodePkce } from './authorization-code-pkce.ts'
import { authorizationCode } from './authorization-code.ts'

const choice = { ...defaultChoice(authorizationCode), scope: ['read'] }
const bare = { ...choice, api: undefined, layers: [] }

describe('authorization code', () => {
  it('sends what RFC 6749 has, and nothing else', async () => {
    const walked = await walk(authorizationCode, bare)
    expect(walked.stopped).toBeUndefined()
    expect(readParameters(draftOf(walked, 'authorization-request'))).toEqual([
      ['response_type', 'code'],
      ['client_id', 's6BhdRkqt3'],
      ['redirect_uri', CALLBACK],
      ['scope', 'read'],
      ['state', 'random-1'],
    ])
    expect(draftOf(walked, 'token-request')).toEqual({
      method: 'POST',
      url: `${ISSUER}/token`,
      headers: [
        ['content-type', 'application/x-www-form-urlencoded'],
        ['authorization', 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'],
      ],
      body: new URLSearchParams({ grant_type: 'authorization_code', code: CODE, redirect_uri: CALLBACK }).toString(),
    })
  })

  it('with all that it begins with goes through login, the API, and the alarm', async () => {
    const walked = await walk(authorizationCode, choice)
    expect(walked.stopped).toBeUndefined()
    expect(walked.steps.map(({ step }) => step.id)).toEqual([
      'make-state',
      'make-nonce',
      'authorization-request',
      'sign-in',
      'consent',
      'authorization-response',
      'token-request',
      'check-id-token',
      'userinfo',
      'call-api',
      'call-api-refused',
      'refresh',
      'refresh-reuse',
      'refresh-revoked',
      'call-api-revoked',
    ])
    const asked = Object.fromEntries(readParameters(draftOf(walked, 'authorization-request')))
    expect(asked).toMatchObject({ scope: 'openid offline_access read', prompt: 'consent', nonce: 'random-2' })
    expect(draftOf(walked, 'call-api').headers).toContainEqual(['authorization', `Bearer ${ACCESS_TOKEN}-1`])
    expect(walked.known['access_token']).toMatchObject({ secret: true, from: 'refresh' })
  })

  it('with PKCE proves by the verifier who began', async () => {
    const walked = await walk(authorizationCodePkce, { ...bare, layers: [] })
    const asked = Object.fromEntries(readParameters(draftOf(walked, 'authorization-request')))
    expect(asked).toMatchObject({ code_challenge: 'sha256(random-2)', code_challenge_method: 'S256' })
    expect(readParameters(draftOf(walked, 'token-request'))).toContainEqual(['code_verifier', 'random-2'])
    expect(walked.known['code_verifier']).toEqual({ value: 'random-2', secret: true, from: 'make-verifier' })
  })
})

describe('an answer that is not what was asked for', () => {
  it.each([
    ['state', { state: 'of somebody else' }],
    ['response-iss', { iss: 'https://attacker.example' }],
  ])('fails the check of %s, and nothing of it is learnt', async (id, changes) => {
    const walked = await walk(authorizationCode, choice, { world: arriving(changes) })
    expect(walked.stopped).toBe('authorization-response')
    expect(checkOf(walked, 'authorization-response', id)).toMatchObject({ outcome: 'failed' })
    expect(walked.known).not.toHaveProperty('code')
  })

  it('is a refusal when it brings an error', async () => {
    const world = arriving({ error: 'access_denied', error_description: 'no' })
    const walked = await walk(authorizationCode, choice, { world })
    expect(walked.steps.at(-1)?.outcome?.error).toEqual({ code: 'access_denied', description: 'no' })
  })

  it('is a refusal when the token endpoint says so', async () => {
    const world = alwaysAnswering(json({ error: 'invalid_grant' }, 400))
    const walked = await walk(authorizationCode, choice, { world })
    expect(walked.stopped).toBe('token-request')
    expect(walked.steps.at(-1)?.outcome?.error).toEqual({ code: 'invalid_grant', description: undefined })
  })
})

describe('the ID token', () => {
  const good = { iss: ISSUER, sub: '1', aud: 's6BhdRkqt3', nonce: 'random-2', exp: NOW + 10, iat: NOW }
  const withIdToken = (id_token: string) => alwaysAnswering(json({ access_token: 'a', token_type: 'Bearer', id_token }))

  it.each([
    ['signature', forge(fakeJwt(good))],
    ['alg', fakeJwt(good, { alg: 'none' })],
    ['iss', fakeJwt({ ...good, iss: 'https://attacker.example' })],
    ['aud', fakeJwt({ ...good, aud: 'another' })],
    ['azp', fakeJwt({ ...good, aud: ['s6BhdRkqt3', 'another'], azp: 'another' })],
    ['exp', fakeJwt({ ...good, exp: NOW - 61 })],
    ['iat', fakeJwt({ ...good, iat: NOW - 3600 })],
    ['nonce', fakeJwt({ ...good, nonce: 'of another sign-in' })],
    ['at_hash', fakeJwt({ ...good, at_hash: 'of another token' })],
  ])('with a wrong %s is refused', async (id, id_token) => {
    const walked = await walk(authorizationCode, choice, { world: withIdToken(id_token) })
    expect(walked.stopped).toBe('check-id-token')
    const failed = walked.steps.at(-1)?.outcome?.checks.filter(({ outcome }) => outcome === 'failed')
    expect(failed?.map((check) => check.id)).toEqual([id])
    expect(failed?.[0]?.explanation).toMatch(/\.$/)
  })

  it('that is no JWT is refused', async () => {
    const walked = await walk(authorizationCode, choice, { world: withIdToken('nonsense') })
    expect(checkOf(walked, 'check-id-token', 'signature')).toMatchObject({ outcome: 'failed', found: 'no JWT' })
  })

  it('of one user with the UserInfo of another is refused', async () => {
    const walked = await walk(authorizationCode, choice, { world: answering('userinfo', () => json({ sub: '2' })) })
    expect(checkOf(walked, 'userinfo', 'sub')).toMatchObject({ outcome: 'failed', found: '2' })
  })
})

describe('a login that goes on', () => {
  it.each([
    ['signature', forge(fakeJwt({ sub: SUBJECT }))],
    ['sub', fakeJwt({ sub: 'mallory' })],
  ])('fails when a refresh brings an ID token with another %s', async (id, id_token) => {
    const world = answering('refresh', () => json({ access_token: 'a', token_type: 'Bearer', id_token }))
    const walked = await walk(authorizationCode, choice, { world })
    expect(walked.stopped).toBe('refresh')
    expect(checkOf(walked, 'refresh', id)?.outcome).toBe('failed')
  })

  it.each([
    ['taken when one of the issuer’s keys signed it', fakeJwt({ sub: SUBJECT }), undefined],
    ['refused when nobody did', forge(fakeJwt({ sub: SUBJECT })), 'userinfo'],
  ])('has a signed UserInfo answer %s', async (_what, body, stopped) => {
    const signed = { ...json({}), headers: [['content-type', 'application/jwt'] as const], body }
    const walked = await walk(authorizationCode, choice, { world: answering('userinfo', () => signed) })
    expect(walked.stopped).toBe(stopped)
  })
})

describe('a refusal that is expected', () => {
  it.each([
    ['call-api-refused', 'api-refusal', '403 insufficient_scope'],
    ['refresh-reuse', 'reuse', '400 invalid_grant'],
    ['refresh-revoked', 'revoked', '400 invalid_grant'],
    ['call-api-revoked', 'api-revoked', '401 invalid_token'],
  ])('fails %s when it does not come', async (step, id, expected) => {
    const world = answering(step, () => json({ access_token: 'a', token_type: 'Bearer' }))
    const walked = await walk(authorizationCode, choice, { world })
    expect(walked.stopped).toBe(step)
    expect(checkOf(walked, step, id)).toMatchObject({ outcome: 'failed', expected, found: '200' })
  })

  it('is for want of a token where the token opens everything', async () => {
    const walked = await walk(authorizationCode, { ...choice, scope: ['read', 'write'] })
    expect(walked.stopped).toBeUndefined()
    expect(draftOf(walked, 'call-api-refused').headers.map(([name]) => name)).not.toContain('authorization')
    expect(checkOf(walked, 'call-api-refused', 'api-refusal')).toMatchObject({
      outcome: 'passed',
      found: '401 http_401',
    })
  })
})
