import { createSecretKey } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const ALGS = 'ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA Ed25519'
let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

function contacts(authorization?: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(authorization === undefined ? {} : { authorization }), ...(init.headers as object) }
  return world.get('/apis/organizer/contacts', { ...init, headers })
}

function metadata(): string {
  return `${world.origin}/.well-known/oauth-protected-resource/apis/organizer`
}

interface Answer {
  readonly status: number
  readonly challenge: string | null
  readonly body: unknown
}

async function answerOf(response: Response): Promise<Answer> {
  const challenge = response.headers.get('www-authenticate')
  return { status: response.status, challenge, body: await response.json() }
}

function refusal(status: number, error: string, error_description: string): Answer {
  const challenge = `Bearer error="${error}", error_description="${error_description}", resource_metadata="${metadata()}"`
  return { status, challenge, body: { error, error_description } }
}

async function answerTo(token: string): Promise<Answer> {
  return answerOf(await contacts(`Bearer ${token}`))
}

test('without a token the challenges name both schemes and no error', async () => {
  const response = await contacts()
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toBe(
    `Bearer resource_metadata="${metadata()}", DPoP algs="${ALGS}", resource_metadata="${metadata()}"`,
  )
  expect(response.headers.get('content-type')).toBe('application/problem+json')
})

test('another scheme is answered like no token, and the body says so', async () => {
  const response = await contacts('Basic YTpi')
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).not.toContain('error=')
  expect(await response.json()).toMatchObject({
    detail: expect.stringContaining('has the scheme Basic; this API takes Bearer or DPoP'),
  })
})

test('a good JWT is taken, whatever the case of the scheme', async () => {
  const token = await world.token('organizer')
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) expect((await contacts(`${scheme} ${token}`)).status).toBe(200)
})

test('the audience may be the identifier, the address, or an address below it', async () => {
  for (const aud of [
    `${world.origin}/apis/organizer`,
    `${world.origin}/apis/organizer/contacts`,
    ['https://x.test', world.identifier('organizer')],
  ]) {
    expect((await contacts(`Bearer ${await world.token('organizer', { aud })}`)).status).toBe(200)
  }
})

test('a token in the query is refused, alone and beside the header', async () => {
  const token = await world.token('organizer')
  const alone = await world.get(`/apis/organizer/contacts?access_token=${token}`)
  expect(await answerOf(alone)).toEqual(
    refusal(400, 'invalid_request', 'the token came in the query; this API takes it in the Authorization header only'),
  )
  const twice = await world.get(`/apis/organizer/contacts?access_token=${token}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await answerOf(twice)).toEqual(
    refusal(
      400,
      'invalid_request',
      'the request carries a token twice, in the Authorization header and in the query; send it in the header only',
    ),
  )
})

test('a token in a form body is refused, alone and beside the header', async () => {
  const body = new URLSearchParams({ access_token: await world.token('organizer') })
  expect(await answerOf(await contacts(undefined, { method: 'POST', body }))).toEqual(
    refusal(
      400,
      'invalid_request',
      'the token came in the form body; this API takes it in the Authorization header only',
    ),
  )
  expect(await answerOf(await contacts('Bearer abc', { method: 'POST', body }))).toEqual(
    refusal(
      400,
      'invalid_request',
      'the request carries a token twice, in the Authorization header and in the form body; send it in the header only',
    ),
  )
})

test('a header that holds no token, two, or something else is malformed', async () => {
  expect(await answerOf(await contacts('Bearer'))).toEqual(
    refusal(400, 'invalid_request', 'the Authorization header has the scheme Bearer and no token after it'),
  )
  expect(await answerOf(await contacts('Bearer a, Bearer b'))).toEqual(
    refusal(400, 'invalid_request', 'the Authorization header has more than one token in it'),
  )
  expect(await answerOf(await contacts('Bearer a"b'))).toEqual(
    refusal(400, 'invalid_request', 'the token has characters that no access token may have (RFC 6750 section 2.1)'),
  )
})

test('an expired token says since when', async () => {
  const exp = Math.floor(Date.now() / 1000) - 60
  const response = await contacts(`Bearer ${await world.token('organizer', { exp })}`)
  const { error_description } = (await response.json()) as { error_description: string }
  expect(error_description).toMatch(
    new RegExp(`^the token expired at ${new Date(exp * 1000).toISOString().slice(0, 19)}Z, 6\\d seconds ago$`),
  )
})

test('a token for another API, of another issuer, without an audience or without jti is refused', async () => {
  const here = `this API is https://organizer.test/api (at ${world.origin}/apis/organizer)`
  expect(await answerTo(await world.token('photobox'))).toEqual(
    refusal(401, 'invalid_token', `the token's audience is https://photobox.test/api, but ${here}`),
  )
  expect(await answerTo(await world.token('organizer', { iss: 'https://evil.test' }))).toEqual(
    refusal(
      401,
      'invalid_token',
      `the token was issued by https://evil.test, and this API trusts ${world.origin} only`,
    ),
  )
  expect(await answerTo(await world.token('organizer', { aud: undefined }))).toEqual(
    refusal(
      401,
      'invalid_token',
      `the token has no audience (aud); ${here}: ask for the token with resource=https://organizer.test/api`,
    ),
  )
  expect(await answerTo(await world.token('organizer', { jti: undefined }))).toEqual(
    refusal(
      401,
      'invalid_token',
      'the token has no jti, which RFC 9068 requires, so whether it was revoked cannot be told',
    ),
  )
})

test('a revoked token is refused', async () => {
  const token = await world.token('organizer', { jti: 'gone' })
  expect((await contacts(`Bearer ${token}`)).status).toBe(200)
  world.revoked.add('gone')
  expect(await answerTo(token)).toEqual(refusal(401, 'invalid_token', 'the token was revoked'))
})

test('an ID token is not an access token', async () => {
  const token = await world.issuer.sign(world.claims('organizer'), { typ: 'JWT' })
  expect(await answerTo(token)).toEqual(
    refusal(
      401,
      'invalid_token',
      "the token's typ is JWT, and an access token's is at+jwt (RFC 9068); an ID token is for the application, not for an API",
    ),
  )
  const full = await world.issuer.sign(world.claims('organizer'), { typ: 'application/AT+jwt' })
  expect((await contacts(`Bearer ${full}`)).status).toBe(200)
})

test('alg none and symmetric algorithms are refused', async () => {
  const none = new UnsecuredJWT(world.claims('organizer')).encode()
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')
  expect(await answerTo(`${header}.${none.split('.')[1]}.AA`)).toEqual(
    refusal(401, 'invalid_token', 'the token is signed with alg none; this API takes RS256, PS256, ES256, EdDSA only'),
  )
  const symmetric = await new SignJWT(world.claims('organizer'))
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .sign(createSecretKey(Buffer.alloc(32, 1)))
  expect(await answerTo(symmetric)).toEqual(
    refusal(401, 'invalid_token', 'the token is signed with alg HS256; this API takes RS256, PS256, ES256, EdDSA only'),
  )
})

test('a signature that does not match names the key', async () => {
  const [header, payload, signature = ''] = (await world.token('organizer')).split('.')
  const { kid } = JSON.parse(Buffer.from(header ?? '', 'base64url').toString()) as { kid: string }
  const forged = Buffer.from(JSON.stringify({ ...world.claims('organizer'), sub: 'bob' })).toString('base64url')
  expect(await answerTo(`${header}.${forged}.${signature}`)).toEqual(
    refusal(401, 'invalid_token', `the signature does not match key ${kid} of the issuer`),
  )
  const broken = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
  expect(await answerTo(`${header}.${payload}.${broken}`)).toEqual(
    refusal(401, 'invalid_token', `the signature does not match key ${kid} of the issuer`),
  )
})

test('a key that the issuer does not publish is named, without letting its name into the header', async () => {
  expect(await answerTo(await world.issuer.sign(world.claims('organizer'), { kid: 'x"\\\r\ny' }))).toEqual(
    refusal(401, 'invalid_token', "the issuer publishes no key x'/  y for RS256"),
  )
})

test('what only looks like a JWT is explained', async () => {
  expect(await answerTo('a.b.c')).toEqual(
    refusal(401, 'invalid_token', 'the token looks like a JWT, but its header is not JSON in base64url'),
  )
  expect(await answerTo('a.b.c.d.e')).toEqual(
    refusal(401, 'invalid_token', 'the token is encrypted (five parts); this API reads signed tokens only'),
  )
  const critical = await world.issuer.sign(world.claims('organizer'))
  const header = Buffer.from(
    JSON.stringify({ alg: 'RS256', typ: 'at+jwt', crit: ['unheard-of'], 'unheard-of': 1 }),
  ).toString('base64url')
  const response = await contacts(`Bearer ${[header, ...critical.split('.').slice(1)].join('.')}`)
  expect(await response.json()).toMatchObject({
    error: 'invalid_token',
    error_description: expect.stringMatching(/^the token is no valid JWS: /),
  })
})

test('a rotated key is taken at once, and the one that went is refused', async () => {
  const before = await world.token('organizer')
  expect((await contacts(`Bearer ${before}`)).status).toBe(200)
  for (const alg of ['ES256', 'PS256', 'EdDSA', 'RS256']) {
    await world.issuer.rotate(alg)
    expect((await contacts(`Bearer ${await world.token('organizer')}`)).status).toBe(200)
  }
  expect((await contacts(`Bearer ${before}`)).status).toBe(401)
})

test('a missing scope is named in the challenge and in the body', async () => {
  const token = await world.token('organizer', { scope: 'read:tasks openid' })
  const response = await contacts(`Bearer ${token}`)
  const error_description = 'this needs the scope read:contacts, and the token has only read:tasks openid'
  expect(response.status).toBe(403)
  expect(await response.json()).toEqual({ error: 'insufficient_scope', error_description, scope: 'read:contacts' })
  expect(response.headers.get('www-authenticate')).toBe(
    `Bearer error="insufficient_scope", error_description="${error_description}", scope="read:contacts", resource_metadata="${metadata()}"`,
  )
})

test('a token without any scope opens nothing', async () => {
  const response = await contacts(`Bearer ${await world.token('organizer', { scope: undefined })}`)
  expect(await response.json()).toMatchObject({
    error: 'insufficient_scope',
    error_description: 'this needs the scope read:contacts, and the token has no scope',
  })
})
