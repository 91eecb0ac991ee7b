import { describe, expect, it } from 'vitest'

import { checkChoice, defaultChoice, isPossible } from '../choice.ts'
import { readParameters } from '../draft.ts'
import type { Choice, LayerId } from '../flow.ts'
import { findLayer } from '../flows.ts'
import { authorizationCode } from '../grants/authorization-code.ts'
import { hybrid } from '../grants/hybrid.ts'
import { API, CALLBACK, CONFIDENTIAL, ISSUER, PUBLIC, SIGNING } from '../testing/fake-issuer.ts'
import { forge, readFakeJwt } from '../testing/fake-tools.ts'
import { ACCESS_TOKEN, json } from '../testing/fake-answers.ts'
import { alwaysAnswering, answering, arriving } from '../testing/fake-world.ts'
import { checkOf, draftOf, walk } from '../testing/walk.ts'

const base = { ...defaultChoice(authorizationCode), scope: ['read'], api: API.identifier, client_id: 's6BhdRkqt3' }
const withLayers = (...layers: LayerId[]): Choice => ({ ...base, layers })

async function paramsWith(...layers: LayerId[]): Promise<Readonly<Record<string, string>>> {
  const walked = await walk(authorizationCode, withLayers(...layers))
  expect(walked.stopped).toBeUndefined()
  return Object.fromEntries(readParameters(draftOf(walked, 'authorization-request')))
}

describe('what each layer adds to the authorization request', () => {
  it.each<[LayerId, string[], string[]]>([
    ['pkce', ['code_challenge', 'code_challenge_method'], []],
    ['openid', ['nonce'], []],
    ['form_post', ['response_mode'], []],
    ['jarm', ['response_mode'], []],
    ['iss', [], []],
    ['resource', ['resource'], []],
    ['rar', ['authorization_details'], []],
    ['dpop', ['dpop_jkt'], []],
    ['refresh', [], []],
    ['jar', ['request'], ['response_type', 'redirect_uri', 'scope', 'state']],
    ['par', ['request_uri'], ['response_type', 'redirect_uri', 'scope', 'state']],
  ])('%s', async (layer, added, gone) => {
    const [without, withIt] = [Object.keys(await paramsWith()), Object.keys(await paramsWith(layer))]
    expect(withIt.filter((name) => !without.includes(name)).toSorted()).toEqual(added.toSorted())
    expect(without.filter((name) => !withIt.includes(name)).toSorted()).toEqual(gone.toSorted())
  })

  it('login and staying signed in are scopes, which go with their layers', async () => {
    const picked = { ...base, scope: ['openid', 'profile', 'offline_access', 'read'] }
    const scopeWith = async (...layers: LayerId[]) => {
      const walked = await walk(authorizationCode, { ...picked, layers })
      return new URL(draftOf(walked, 'authorization-request').url).searchParams.get('scope')
    }
    expect(await scopeWith()).toBe('read')
    expect(await scopeWith('openid')).toBe('openid profile read')
    expect(await scopeWith('refresh')).toBe('offline_access read')
    expect(await scopeWith('openid', 'refresh')).toBe('openid offline_access profile read')
  })
})

describe('form_post', () => {
  it('fails when the answer came in the address', async () => {
    const world = arriving({})
    const inAddress = {
      ...world,
      arrive: (...args: Parameters<typeof world.arrive>) => ({ ...world.arrive(...args), via: 'query' as const }),
    }
    const walked = await walk(authorizationCode, withLayers('form_post'), { world: inAddress })
    expect(checkOf(walked, 'authorization-response', 'form-post')).toMatchObject({
      outcome: 'failed',
      expected: 'form_post',
      found: 'query',
    })
  })
})

describe('jarm', () => {
  it('takes the mode of the form along', async () => {
    expect(await paramsWith('jarm', 'form_post')).toMatchObject({ response_mode: 'form_post.jwt' })
    expect(await paramsWith('jarm')).toMatchObject({ response_mode: 'jwt' })
  })

  it('learns the code from the JWT, and nothing from one that is forged, for another, or missing', async () => {
    const good = await walk(authorizationCode, withLayers('jarm'))
    const response = good.steps.find(({ step }) => step.kind === 'arrival')?.outcome
    expect(response?.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['signature', 'passed'],
      ['iss', 'passed'],
      ['aud', 'passed'],
      ['exp', 'passed'],
      ['state', 'passed'],
    ])
    for (const change of [forge, () => 'nonsense']) {
      const world = arriving({})
      const bad = {
        ...world,
        arrive(...args: Parameters<typeof world.arrive>) {
          const arrival = world.arrive(...args)
          return { ...arrival, parameters: { response: change(arrival.parameters['response'] ?? '') } }
        },
      }
      const walked = await walk(authorizationCode, withLayers('jarm'), { world: bad })
      expect(walked.stopped).toBe('authorization-response')
      expect(checkOf(walked, 'authorization-response', 'signature')?.outcome).toBe('failed')
      expect(walked.known).not.toHaveProperty('code')
    }
  })
})

describe('iss', () => {
  it('may be missing only where the issuer never promised it, or an ID token says it', async () => {
    const silent = arriving({ iss: undefined })
    const promised = await walk(authorizationCode, withLayers('iss'), { world: silent })
    expect(checkOf(promised, 'authorization-response', 'response-iss')).toMatchObject({
      outcome: 'failed',
      found: 'nothing',
    })
    const choice: Choice = { ...base, variant: 'code id_token', layers: ['iss'] }
    const answered = await walk(hybrid, choice)
    expect(checkOf(answered, 'authorization-response', 'response-iss')?.outcome).toBe('skipped')
  })
})

describe('par', () => {
  it('pushes what the browser would have carried, with the client’s authentication, and leaves it a name', async () => {
    const walked = await walk(authorizationCode, withLayers('pkce', 'par'))
    const pushed = draftOf(walked, 'pushed-authorization-request')
    expect(pushed).toMatchObject({ method: 'POST', url: `${ISSUER}/par` })
    expect(readParameters(pushed)).toEqual([
      ['response_type', 'code'],
      ['client_id', 's6BhdRkqt3'],
      ['redirect_uri', CALLBACK],
      ['scope', 'read'],
      ['state', 'random-1'],
      ['code_challenge', 'sha256(random-2)'],
      ['code_challenge_method', 'S256'],
    ])
    expect(pushed.headers.map(([name]) => name)).toContain('authorization')
    expect(await paramsWith('par')).toEqual({
      client_id: 's6BhdRkqt3',
      request_uri: 'urn:example:bwc4JK-ESC0w8acc191e-Y1LTC2',
    })
  })

  it('ends there when the issuer refuses, or names nothing', async () => {
    const refused = answering('pushed-authorization-request', () => json({ error: 'invalid_request' }, 400))
    expect((await walk(authorizationCode, withLayers('par'), { world: refused })).stopped).toBe(
      'pushed-authorization-request',
    )
    const nameless = answering('pushed-authorization-request', () => json({}))
    const walked = await walk(authorizationCode, withLayers('par'), { world: nameless })
    expect(checkOf(walked, 'pushed-authorization-request', 'request-uri')).toMatchObject({ outcome: 'failed' })
  })

  it('says it in words when the issuer has no such endpoint', async () => {
    const issuer = { issuer: ISSUER, authorization_endpoint: '', token_endpoint: '', jwks_uri: '' }
    await expect(walk(authorizationCode, withLayers('par'), { context: { issuer } })).rejects.toThrow(
      `${ISSUER} names no pushed_authorization_request_endpoint in its metadata: it does not offer pushed requests.`,
    )
  })
})

describe('jar', () => {
  it('signs all of it, JSON as JSON, with the secret where there is no key', async () => {
    const { request = '' } = await paramsWith('jar', 'rar', 'resource')
    const { header, claims } = readFakeJwt(request)
    expect(header).toEqual({ alg: 'HS256' })
    expect(claims).toMatchObject({
      iss: 's6BhdRkqt3',
      aud: ISSUER,
      response_type: 'code',
      resource: API.identifier,
      authorization_details: [{ type: 'appointment_booking', locations: [API.identifier] }],
    })
  })

  it('signs with the client’s key where there is one', async () => {
    const walked = await walk(authorizationCode, withLayers('jar'), { client: SIGNING })
    const { header } = readFakeJwt(
      new URL(draftOf(walked, 'authorization-request').url).searchParams.get('request') ?? '',
    )
    expect(header).toEqual({ alg: 'ES256', kid: '1', typ: 'oauth-authz-req+jwt' })
  })

  it('can be pushed', async () => {
    const walked = await walk(authorizationCode, withLayers('jar', 'par'))
    const names = readParameters(draftOf(walked, 'pushed-authorization-request')).map(([name]) => name)
    expect(names).toEqual(['client_id', 'request'])
    expect(walked.stopped).toBeUndefined()
  })
})

describe('dpop', () => {
  const proofIn = (walked: Awaited<ReturnType<typeof walk>>, id: string) =>
    readFakeJwt(draftOf(walked, id).headers.find(([name]) => name === 'dpop')?.[1] ?? '')

  it('proves the key at the token endpoint and at the API, for this request alone', async () => {
    const walked = await walk(authorizationCode, withLayers('dpop'))
    expect(proofIn(walked, 'token-request')).toMatchObject({
      header: { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC' } },
      claims: { htm: 'POST', htu: `${ISSUER}/token` },
    })
    expect(proofIn(walked, 'token-request').claims).not.toHaveProperty('ath')
    const call = draftOf(walked, 'call-api')
    expect(call.headers).toContainEqual(['authorization', `DPoP ${ACCESS_TOKEN}-1`])
    expect(proofIn(walked, 'call-api').claims).toMatchObject({ htm: 'GET', ath: `sha256(${ACCESS_TOKEN}-1)` })
    expect(JSON.stringify(proofIn(walked, 'call-api').header)).not.toContain('"d"')
    expect(walked.known['dpop_private_key']?.secret).toBe(true)
  })

  it('sends the same again with the nonce that the issuer wants', async () => {
    const wanted = json({ error: 'use_dpop_nonce' }, 400, [['dpop-nonce', 'eyJ7S_zG.eyJH0-Z']])
    const tokens = json({ access_token: 'a', token_type: 'DPoP' })
    const walked = await walk(
      authorizationCode,
      { ...withLayers('dpop'), api: undefined },
      { world: alwaysAnswering(wanted, tokens) },
    )
    expect(walked.stopped).toBeUndefined()
    expect(proofIn(walked, 'token-request').claims).toMatchObject({ nonce: 'eyJ7S_zG.eyJH0-Z' })
  })

  it('gives up when the nonce that it was given is not taken', async () => {
    const wanted = json({ error: 'use_dpop_nonce' }, 400, [['dpop-nonce', 'the same']])
    const walked = await walk(authorizationCode, withLayers('dpop'), { world: alwaysAnswering(wanted) })
    expect(walked.stopped).toBe('token-request')
  })

  it('fails when the token is not bound', async () => {
    const world = alwaysAnswering(json({ access_token: 'a', token_type: 'Bearer' }))
    const walked = await walk(authorizationCode, withLayers('dpop'), { world })
    expect(checkOf(walked, 'token-request', 'token-bound')).toMatchObject({ outcome: 'failed', found: 'Bearer' })
  })
})

describe('rar', () => {
  it('fails when the answer does not say what was granted', async () => {
    const world = alwaysAnswering(json({ access_token: 'a', token_type: 'Bearer' }))
    const walked = await walk(authorizationCode, withLayers('rar'), { world })
    expect(checkOf(walked, 'token-request', 'authorization-details')).toMatchObject({
      outcome: 'failed',
      found: 'nothing',
    })
  })
})

describe('refresh', () => {
  it('fails when the same refresh token comes back', async () => {
    const again = (answer: ReturnType<typeof json>) => ({ ...answer, body: answer.body.replace(/IA-\d/, 'IA-1') })
    const world = () => answering('refresh', again)
    const walked = await walk(authorizationCode, withLayers('refresh'), { client: PUBLIC, world: world() })
    expect(checkOf(walked, 'refresh', 'rotation')).toMatchObject({ outcome: 'failed', found: 'the same one' })
    const proven = await walk(authorizationCode, withLayers('refresh'), { world: world() })
    expect(checkOf(proven, 'refresh', 'rotation')).toMatchObject({ outcome: 'skipped' })
  })
})

describe('what keeps a layer from a choice', () => {
  const client = {
    ...PUBLIC,
    client_name: 'MyTodos.io',
    grant_types: ['authorization_code'],
    authorization_details_types: [],
  }

  it.each<[LayerId, Partial<Choice>, string]>([
    ['refresh', {}, 'MyTodos.io is not registered for the grant refresh_token.'],
    ['rar', {}, 'MyTodos.io is registered for no type of authorization_details.'],
    ['rar', { variant: 'code token' }, 'An access token that comes in an address is not given for details.'],
    ['jar', {}, 'MyTodos.io has neither a key nor a secret to sign with.'],
    ['resource', { api: undefined }, 'No API is picked, so there is none to name.'],
    ['iss', { layers: ['jarm'] }, 'A signed answer names its issuer by itself, inside the JWT.'],
    ['openid', { variant: 'itself' }, 'There is no user here, so nobody signs in.'],
  ])('%s with %j', (id, change, words) => {
    expect(findLayer(id)?.checkFit(authorizationCode, { ...base, ...change }, client)).toBe(words)
  })

  it.each<[LayerId, object, string]>([
    ['pkce', {}, 'Example is public: the issuer takes no code request from it without PKCE.'],
    ['par', { require_pushed_authorization_requests: true }, 'Example is registered for pushed requests only.'],
    ['jar', { require_signed_request_object: true }, 'Example is registered for signed requests only.'],
    ['dpop', { dpop_bound_access_tokens: true }, 'Example is registered for bound tokens only.'],
  ])('%s cannot be left out by who needs it', (id, metadata, words) => {
    const needing = { ...(id === 'pkce' ? PUBLIC : CONFIDENTIAL), ...metadata }
    expect(findLayer(id)?.checkNeed?.(needing)).toBe(words)
    const obstacles = checkChoice(authorizationCode, withLayers(), needing, API)
    expect(obstacles.needed).toEqual({ [id]: words })
    expect(isPossible(withLayers(), obstacles)).toBe(false)
    expect(isPossible(withLayers(id), checkChoice(authorizationCode, withLayers(id), needing, API))).toBe(true)
  })
})
