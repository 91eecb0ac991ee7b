import { generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { deliveryPlannerJwt, deliveryPlannerKey } from './delivery-planner.ts'
import { claimsOf, encodePart, useIssuer, WORLD_MAPPERS } from './support.ts'

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
const issuer = useIssuer()
const deliveryPlanner = async () =>
  issuer.discover('delivery-planner', client.PrivateKeyJwt(await deliveryPlannerKey()))
const assertionWith = (claims: JWTPayload) => deliveryPlannerJwt({ aud: issuer.url, ...claims })

async function request(assertion: string, scope = 'route') {
  return client.genericGrantRequest(await deliveryPlanner(), GRANT, { assertion, scope })
}

describe('an assertion instead of a grant', () => {
  it('that the client signed about itself gives it a token', async () => {
    const tokens = await request(await assertionWith({}))
    expect(claimsOf(tokens.access_token)).toMatchObject({ sub: 'delivery-planner', aud: WORLD_MAPPERS, scope: 'route' })
    expect((await issuer.callApi('world-mappers/route?from=Berlin&to=Paris', tokens.access_token)).status).toBe(200)
    expect(tokens.id_token).toBeUndefined()
  })

  it('that the client signed about a user gives it a token for that user', async () => {
    const tokens = await request(await assertionWith({ sub: 'bob' }), 'openid route')
    expect(claimsOf(tokens.access_token)).toMatchObject({ sub: 'bob', client_id: 'delivery-planner' })
    expect(tokens.claims()).toMatchObject({ sub: 'bob', aud: 'delivery-planner' })
  })

  it('may be meant for the token endpoint as well as for the issuer', async () => {
    const tokens = await request(await assertionWith({ aud: `${issuer.url}/token` }))
    expect(tokens.access_token).toBeTypeOf('string')
  })

  it('works once, even when it is sent twice at the same time', async () => {
    const assertion = await assertionWith({ jti: 'the-same' })
    const attempts = await Promise.allSettled([request(assertion), request(assertion)])
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(request(assertion)).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it.each([
    ['is meant for another issuer', { aud: 'https://other.test' }],
    ['has expired', { exp: Math.floor(Date.now() / 1000) - 60 }],
    ['never expires', { exp: undefined }],
    ['is by another client', { iss: 'taxi-finder' }],
    ['is about nobody known', { sub: 'nobody' }],
  ])('is refused when it %s', async (_what, claims) => {
    const refused = request(await assertionWith(claims as JWTPayload))
    await expect(refused).rejects.toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  it('is refused when another key signed it, or none', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    const claims = { iss: 'delivery-planner', sub: 'alice', aud: issuer.url, jti: crypto.randomUUID() }
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256' })
      .setExpirationTime('1m')
      .sign(privateKey)
    const unsigned = `${encodePart({ alg: 'none' })}.${encodePart({ ...claims, exp: 4_000_000_000 })}.`
    for (const assertion of [forged, unsigned, 'nonsense']) {
      await expect(request(assertion)).rejects.toMatchObject({ status: 400, error: 'invalid_grant' })
    }
  })

  it('is asked for by name', async () => {
    const refused = client.genericGrantRequest(await deliveryPlanner(), GRANT, { scope: 'route' })
    await expect(refused).rejects.toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringContaining('assertion'),
    })
  })
})
