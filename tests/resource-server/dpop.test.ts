import { createHash, randomUUID } from 'node:crypto'
import * as client from 'oauth4webapi'
import { SignJWT, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey, JWK } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld } from './world.ts'
import type { World } from './world.ts'

const ALGS = 'ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA Ed25519'
let world: World
let key: { privateKey: CryptoKey; jwk: JWK; jkt: string }

beforeAll(async () => {
  world = await startWorld()
  key = await makeKey('ES256')
})
afterAll(() => world.close())

async function makeKey(alg: string) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const jwk = await exportJWK(publicKey)
  return { privateKey, jwk, jkt: await calculateJwkThumbprint(jwk) }
}

function boundToken(jkt = key.jkt): Promise<string> {
  return world.token('organizer', { cnf: { jkt } })
}

interface ProofChanges {
  readonly header?: Record<string, unknown>
  readonly payload?: Record<string, unknown>
  readonly signer?: CryptoKey
}

function proofFor(
  token: string,
  { header = {}, payload = {}, signer = key.privateKey }: ProofChanges = {},
): Promise<string> {
  const claims = {
    htm: 'GET',
    htu: `${world.origin}/apis/organizer/contacts`,
    iat: Math.floor(Date.now() / 1000),
    jti: randomUUID(),
    ath: createHash('sha256').update(token).digest('base64url'),
    ...payload,
  }
  return new SignJWT(claims).setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.jwk, ...header }).sign(signer)
}

function contacts(authorization: string, dpop?: string, init: RequestInit = {}): Promise<Response> {
  return world.get('/apis/organizer/contacts', {
    ...init,
    headers: { authorization, ...(dpop === undefined ? {} : { dpop }) },
  })
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

function refusal(error: string, error_description: string): Answer {
  const metadata = `${world.origin}/.well-known/oauth-protected-resource/apis/organizer`
  const challenge = `DPoP error="${error}", error_description="${error_description}", algs="${ALGS}", resource_metadata="${metadata}"`
  return { status: 401, challenge, body: { error, error_description } }
}

/** The answer to a bound token whose proof was changed. */
async function answerTo(changes: ProofChanges): Promise<Answer> {
  const token = await boundToken()
  return answerOf(await contacts(`DPoP ${token}`, await proofFor(token, changes)))
}

test.each(['ES256', 'ES384', 'PS256', 'RS256', 'Ed25519'])('a client library with an %s key is let in', async (alg) => {
  const pair = await client.generateKeyPair(alg, { extractable: true })
  const handle = client.DPoP({}, pair)
  const token = await boundToken(await handle.calculateThumbprint())
  const address = new URL(`${world.origin}/apis/organizer/contacts?page=1`)
  const options = { DPoP: handle, [client.allowInsecureRequests]: true }
  expect((await client.protectedResourceRequest(token, 'GET', address, undefined, null, options)).status).toBe(200)
})

test('the proof may name the loopback host that the request came in by', async () => {
  const token = await boundToken()
  const address = `${world.origin.replace('localhost', '127.0.0.1')}/apis/organizer/contacts`
  const proof = await proofFor(token, { payload: { htu: address } })
  const response = await fetch(address, { headers: { authorization: `dpop ${token}`, dpop: proof } })
  expect(response.status).toBe(200)
})

test('the proof names the method as it was sent, HEAD included', async () => {
  const token = await boundToken()
  const proof = await proofFor(token, { payload: { htm: 'HEAD' } })
  expect((await contacts(`DPoP ${token}`, proof, { method: 'HEAD' })).status).toBe(200)
})

test('a bound token as Bearer is refused, and DPoP is offered', async () => {
  const token = await boundToken()
  const response = await contacts(`Bearer ${token}`, await proofFor(token))
  expect(response.status).toBe(401)
  const description =
    'the token is bound to a key (cnf.jkt): send it with the scheme DPoP and a proof in the DPoP header'
  expect(response.headers.get('www-authenticate')).toBe(
    `Bearer error="invalid_token", error_description="${description}", resource_metadata="${world.origin}/.well-known/oauth-protected-resource/apis/organizer", DPoP algs="${ALGS}"`,
  )
})

test('an unbound token with the scheme DPoP or with a proof is refused', async () => {
  const token = await world.token('organizer')
  const description =
    'the token is not bound to a key (it has no cnf.jkt), so a DPoP proof proves nothing: send it as Bearer, alone'
  expect(await answerOf(await contacts(`DPoP ${token}`, await proofFor(token)))).toEqual(
    refusal('invalid_token', description),
  )
  const asBearer = await contacts(`Bearer ${token}`, await proofFor(token))
  expect(await asBearer.json()).toEqual({ error: 'invalid_token', error_description: description })
})

test('an opaque token is bound through what introspection says', async () => {
  world.issuer.know('opaque-bound', world.claims('organizer', { cnf: { jkt: key.jkt }, token_type: 'DPoP' }))
  expect((await contacts('DPoP opaque-bound', await proofFor('opaque-bound'))).status).toBe(200)
  expect((await contacts('Bearer opaque-bound')).status).toBe(401)
})

test('a token that is bound by something else is refused', async () => {
  const token = await world.token('organizer', { cnf: { 'x5t#S256': 'abc' } })
  expect(await answerOf(await contacts(`DPoP ${token}`, await proofFor(token)))).toEqual(
    refusal(
      'invalid_token',
      "the token is bound by cnf {'x5t#S256':'abc'}, and this API can check a DPoP key (jkt) only",
    ),
  )
})

test('a proof that is missing, doubled or no JWT is refused', async () => {
  const token = await boundToken()
  const proof = await proofFor(token)
  const missing = 'the token is bound to a key, and the request has no DPoP header to prove that key'
  expect(await answerOf(await contacts(`DPoP ${token}`))).toEqual(refusal('invalid_dpop_proof', missing))
  expect(await answerOf(await contacts(`DPoP ${token}`, `${proof}, ${proof}`))).toEqual(
    refusal('invalid_dpop_proof', 'the request has more than one DPoP header'),
  )
  expect(await answerOf(await contacts(`DPoP ${token}`, 'nonsense'))).toEqual(
    refusal('invalid_dpop_proof', 'the DPoP header is not a signed JWT'),
  )
})

test('a proof of the wrong type or algorithm is refused', async () => {
  expect(await answerTo({ header: { typ: 'jwt' } })).toEqual(
    refusal('invalid_dpop_proof', "the proof's typ is jwt; it must be dpop+jwt"),
  )
  const token = await boundToken()
  const header = Buffer.from(JSON.stringify({ typ: 'dpop+jwt', alg: 'none', jwk: key.jwk })).toString('base64url')
  expect(await answerOf(await contacts(`DPoP ${token}`, `${header}.e30.AA`))).toEqual(
    refusal('invalid_dpop_proof', `the proof is signed with alg none; ${ALGS.replaceAll(' ', ', ')} are taken`),
  )
})

test('a proof without a key, with a private key, or signed by another key is refused', async () => {
  expect(await answerTo({ header: { jwk: undefined } })).toEqual(
    refusal('invalid_dpop_proof', 'the proof carries no public key (jwk)'),
  )
  const privateJwk = await exportJWK(key.privateKey)
  expect(await answerTo({ header: { jwk: privateJwk } })).toEqual(
    refusal('invalid_dpop_proof', "the proof's jwk holds private parts (d): that key is no secret any more"),
  )
  const other = await makeKey('ES256')
  expect(await answerTo({ signer: other.privateKey })).toEqual(
    refusal('invalid_dpop_proof', "the proof's signature does not match its own jwk: signature verification failed"),
  )
  expect(await answerTo({ header: { jwk: other.jwk }, signer: other.privateKey })).toEqual(
    refusal(
      'invalid_dpop_proof',
      `the proof is signed with key ${other.jkt}, but the token is bound to ${key.jkt} (cnf.jkt)`,
    ),
  )
})

test('a proof for another method or address is refused', async () => {
  expect(await answerTo({ payload: { htm: 'POST' } })).toEqual(
    refusal('invalid_dpop_proof', "the proof's htm is POST, but the request's method is GET"),
  )
  expect(await answerTo({ payload: { htu: undefined } })).toEqual(
    refusal('invalid_dpop_proof', 'the proof names no address (htu)'),
  )
  expect(await answerTo({ payload: { htu: `${world.origin}/apis/organizer/tasks` } })).toEqual(
    refusal(
      'invalid_dpop_proof',
      `the proof's htu is ${world.origin}/apis/organizer/tasks, but the request's address is ${world.origin}/apis/organizer/contacts`,
    ),
  )
})

test('a proof that is too old or from the future is refused', async () => {
  const now = Math.floor(Date.now() / 1000)
  for (const iat of [now - 400, now + 400, 1e300]) {
    const token = await boundToken()
    const response = await contacts(`DPoP ${token}`, await proofFor(token, { payload: { iat } }))
    expect(await response.json()).toMatchObject({
      error: 'invalid_dpop_proof',
      error_description: expect.stringMatching(/\(iat\), which is not within 300 seconds of /),
    })
  }
  expect(await answerTo({ payload: { iat: undefined } })).toEqual(
    refusal('invalid_dpop_proof', 'the proof does not say when it was made (iat)'),
  )
})

test('a proof for another token, or for none, is refused', async () => {
  expect(await answerTo({ payload: { ath: undefined } })).toEqual(
    refusal('invalid_dpop_proof', 'the proof has no ath, the hash of the access token'),
  )
  const token = await boundToken()
  const actual = createHash('sha256').update(token).digest('base64url')
  expect(await answerOf(await contacts(`DPoP ${token}`, await proofFor(token, { payload: { ath: 'other' } })))).toEqual(
    refusal('invalid_dpop_proof', `the proof's ath is other, but the token's SHA-256 is ${actual}`),
  )
})

test('a proof is good for one request', async () => {
  const token = await boundToken()
  const proof = await proofFor(token, { payload: { jti: 'once' } })
  const responses = await Promise.all([1, 2, 3].map(() => contacts(`DPoP ${token}`, proof)))
  const statuses = responses.map(({ status }) => status)
  expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 401, 401])
  expect(await answerOf(await contacts(`DPoP ${token}`, proof))).toEqual(
    refusal('invalid_dpop_proof', 'the proof once (jti) was used before'),
  )
  expect(await answerTo({ payload: { jti: undefined } })).toEqual(refusal('invalid_dpop_proof', 'the proof has no jti'))
})

test('a missing scope is said with the scheme that was used', async () => {
  const token = await world.token('organizer', { cnf: { jkt: key.jkt }, scope: 'read:tasks' })
  const response = await contacts(`DPoP ${token}`, await proofFor(token))
  expect(response.status).toBe(403)
  expect(response.headers.get('www-authenticate')).toMatch(
    /^DPoP error="insufficient_scope", .*scope="read:contacts", algs="ES256 /,
  )
})
