import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { INTROSPECTION_CLIENT } from './stand-in-issuer.ts'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterEach(() => world.issuer.misbehave(undefined))
afterAll(() => world.close())

function pictures(token: string): Promise<Response> {
  return world.get('/apis/photobox/pictures', { headers: { authorization: `Bearer ${token}` } })
}

async function describeRefusal(token: string): Promise<unknown> {
  const response = await pictures(token)
  expect(response.status).toBe(401)
  return ((await response.json()) as { error_description: string }).error_description
}

test('an opaque token is looked up at the issuer, with form-encoded Basic credentials', async () => {
  world.issuer.know('good-token', world.claims('photobox'))
  const response = await pictures('good-token')
  expect(response.status).toBe(200)
  const { authorization, body } = world.issuer.introspections().at(-1) ?? {}
  expect(body).toBe('token=good-token&token_type_hint=access_token')
  expect(Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString()).toBe(
    'demo+apis:s3cr%3At%2F%C3%BC',
  )
  expect(INTROSPECTION_CLIENT.client_id).toBe('demo apis')
})

test('the same token is refused as soon as the issuer no longer knows it', async () => {
  world.issuer.know('short-lived', world.claims('photobox'))
  expect((await pictures('short-lived')).status).toBe(200)
  world.issuer.know('short-lived', { active: false })
  expect(await describeRefusal('short-lived')).toBe(
    'the issuer says that the token is not active: unknown, expired or revoked',
  )
})

test('audience, issuer and expiry count for opaque tokens too', async () => {
  world.issuer.know('for-organizer', world.claims('organizer'))
  world.issuer.know('of-another', world.claims('photobox', { iss: 'https://evil.test' }))
  world.issuer.know('for-userinfo', world.claims('photobox', { aud: undefined }))
  world.issuer.know('old', world.claims('photobox', { exp: 1_000_000_000 }))
  const here = `this API is https://photobox.test/api (at ${world.origin}/apis/photobox)`
  expect(await describeRefusal('for-organizer')).toBe(`the token's audience is https://organizer.test/api, but ${here}`)
  expect(await describeRefusal('of-another')).toBe(
    `the token was issued by https://evil.test, and this API trusts ${world.origin} only`,
  )
  expect(await describeRefusal('for-userinfo')).toMatch(
    /^the token has no audience \(aud\); .*: ask for the token with resource=/,
  )
  expect(await describeRefusal('old')).toMatch(/^the token expired at 2001-09-09T01:46:40Z, /)
})

test('a client without a user stands for itself', async () => {
  world.issuer.know('machine', world.claims('photobox', { sub: undefined, client_id: 'quick-print' }))
  expect(await (await pictures('machine')).json()).toEqual({
    pictures: [expect.objectContaining({ title: 'Welcome to PhotoBox' })],
  })
})

test.each<[string, Parameters<World['issuer']['misbehave']>[0]]>([
  ['a 500', (_, response) => void response.writeHead(500).end('oops')],
  ['a 401 for our own credentials', (_, response) => void response.writeHead(401).end('{}')],
  ['a redirect', (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['HTML', (_, response) => void response.writeHead(200).end('<p>hello</p>')],
  ['JSON that means nothing', (_, response) => void response.writeHead(200).end('[1,2]')],
  ['active as text', (_, response) => void response.writeHead(200).end('{"active":"yes"}')],
  ['a closed connection', (request) => void request.socket.destroy()],
])('when the issuer answers with %s, both kinds of token get a 503', async (_, handler) => {
  // Unknown to the cached keys, so that they must be asked for.
  await world.issuer.rotate('ES256')
  const jwt = await world.token('photobox')
  world.issuer.misbehave(handler)
  for (const token of ['whatever', jwt]) {
    const response = await pictures(token)
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('retry-after')).toBe('1')
    expect(await response.json()).toMatchObject({ title: 'The token could not be checked', status: 503 })
  }
})

test('keys that are no keys give a 503 as well', async () => {
  await world.issuer.rotate('RS256')
  const jwt = await world.issuer.sign(world.claims('photobox'), { kid: 'bad' })
  const keys = [{ kty: 'RSA', kid: 'bad', alg: 'RS256', use: 'sig', n: 'AQAB', e: 'AQAB' }]
  world.issuer.misbehave((_, response) => void response.writeHead(200).end(JSON.stringify({ keys })))
  expect((await pictures(jwt)).status).toBe(503)
})

test('an issuer that never answers is waited for three seconds, not for ever', { timeout: 15_000 }, async () => {
  await world.issuer.rotate('ES256')
  const jwt = await world.token('photobox')
  world.issuer.misbehave(() => undefined)
  const responses = await Promise.all([pictures('whatever'), pictures(jwt)])
  for (const response of responses) {
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('no answer within 3 seconds') })
  }
})
