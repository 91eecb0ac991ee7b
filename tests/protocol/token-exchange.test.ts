import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn } from './browser.ts'
import { deliveryPlannerKey } from './delivery-planner.ts'
import { claimsOf, ORGANIZER, PHOTOBOX, useIssuer, WORLD_MAPPERS } from './support.ts'

const GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange'
const TYPE = {
  access: 'urn:ietf:params:oauth:token-type:access_token',
  jwt: 'urn:ietf:params:oauth:token-type:jwt',
  id: 'urn:ietf:params:oauth:token-type:id_token',
}
const issuer = useIssuer({
  config: {
    clients: [
      {
        client_id: 'second-service',
        client_secret: 'secret',
        redirect_uris: [],
        grant_types: [GRANT, 'client_credentials'],
        response_types: [],
        valetkey: { defaultApi: WORLD_MAPPERS },
      },
    ],
  },
})

const deliveryPlanner = async () =>
  issuer.discover('delivery-planner', client.PrivateKeyJwt(await deliveryPlannerKey()))
const secondService = () => issuer.discover('second-service', 'secret')

async function tokensOfAlice(params: Readonly<Record<string, string>> = {}) {
  return signIn(await issuer.discover('calendar-app', 'calendar-app-secret'), {
    scope: 'openid read:contacts',
    ...params,
  })
}

function exchange(config: client.Configuration, subject_token: string, more: Readonly<Record<string, string>> = {}) {
  return client.genericGrantRequest(config, GRANT, {
    subject_token,
    subject_token_type: TYPE.access,
    scope: 'route',
    ...more,
  })
}

describe('token exchange', () => {
  it('gives a service a token of its own to act for the user, and says who acts', async () => {
    const { access_token } = await tokensOfAlice()
    const exchanged = await exchange(await deliveryPlanner(), access_token)
    expect(exchanged).toMatchObject({ issued_token_type: TYPE.access, token_type: 'bearer', scope: 'route' })
    expect(claimsOf(exchanged.access_token)).toMatchObject({
      sub: 'alice',
      client_id: 'delivery-planner',
      aud: WORLD_MAPPERS,
      act: { sub: 'delivery-planner' },
    })
    const answer = await issuer.callApi('world-mappers/route?from=Berlin&to=Paris', exchanged.access_token)
    expect(answer.status).toBe(200)
    expect(exchanged.refresh_token).toBeUndefined()
  })

  it('keeps the chain of those who acted before', async () => {
    const { access_token } = await tokensOfAlice()
    const first = await exchange(await deliveryPlanner(), access_token)
    const second = await exchange(await secondService(), first.access_token)
    expect(claimsOf(second.access_token)).toMatchObject({
      sub: 'alice',
      act: { sub: 'second-service', act: { sub: 'delivery-planner' } },
    })
  })

  it('takes an opaque token, a JWT by its general name, and an ID token', async () => {
    const opaque = await tokensOfAlice({ scope: 'openid', resource: PHOTOBOX })
    expect(opaque.access_token).not.toContain('.')
    const jwt = await tokensOfAlice()
    const subjects = [
      { subject_token: opaque.access_token, subject_token_type: TYPE.access },
      { subject_token: jwt.access_token, subject_token_type: TYPE.jwt },
      { subject_token: jwt.id_token ?? '', subject_token_type: TYPE.id },
    ]
    for (const { subject_token, subject_token_type } of subjects) {
      const exchanged = await exchange(await deliveryPlanner(), subject_token, { subject_token_type })
      expect(claimsOf(exchanged.access_token)['sub']).toBe('alice')
    }
  })

  it('names another actor where a token of that actor is sent along', async () => {
    const { access_token } = await tokensOfAlice()
    const actor = await client.clientCredentialsGrant(await secondService(), { scope: 'route' })
    const parties = { actor_token: actor.access_token, actor_token_type: TYPE.access }
    const exchanged = await exchange(await deliveryPlanner(), access_token, parties)
    expect(claimsOf(exchanged.access_token)['act']).toEqual({ sub: 'second-service' })
  })

  it('is for the API named by audience or resource, and for no unknown one', async () => {
    const { access_token } = await tokensOfAlice()
    for (const target of [{ audience: ORGANIZER }, { resource: ORGANIZER }]) {
      const exchanged = await exchange(await deliveryPlanner(), access_token, { ...target, scope: 'read:contacts' })
      expect(claimsOf(exchanged.access_token)).toMatchObject({ aud: ORGANIZER, scope: 'read:contacts' })
      expect((await issuer.callApi('organizer/contacts', exchanged.access_token)).status).toBe(200)
    }
    for (const target of [{ audience: 'https://unknown.test' }, { resource: 'https://unknown.test' }]) {
      const refused = exchange(await deliveryPlanner(), access_token, target)
      await expect(refused).rejects.toMatchObject({ status: 400, error: 'invalid_target' })
    }
  })

  it('gives an opaque token for an API that wants one, with the actor at introspection', async () => {
    const { access_token } = await tokensOfAlice()
    const config = await deliveryPlanner()
    const exchanged = await exchange(config, access_token, { audience: PHOTOBOX, scope: 'read:pictures' })
    expect((await issuer.callApi('photobox/pictures', exchanged.access_token)).status).toBe(200)
    expect(await client.tokenIntrospection(config, exchanged.access_token)).toMatchObject({
      active: true,
      sub: 'alice',
      act: { sub: 'delivery-planner' },
    })
  })

  it('refuses what is no token of this issuer as an invalid request', async () => {
    const { id_token = '', access_token } = await tokensOfAlice()
    const [header, payload] = access_token.split('.')
    const bad = ['nonsense', `${header}.${payload}.AAAA`, `${btoa('{"alg":"none"}')}.${payload}.`, id_token]
    for (const subject_token of bad) {
      await expect(exchange(await deliveryPlanner(), subject_token)).rejects.toMatchObject({
        status: 400,
        error: 'invalid_request',
      })
    }
    const revoked = (await tokensOfAlice()).access_token
    await client.tokenRevocation(await issuer.discover('calendar-app', 'calendar-app-secret'), revoked)
    await expect(exchange(await deliveryPlanner(), revoked)).rejects.toMatchObject({ error: 'invalid_request' })
    const unknownType = exchange(await deliveryPlanner(), access_token, { subject_token_type: 'urn:example:token' })
    await expect(unknownType).rejects.toMatchObject({ error: 'invalid_request' })
  })

  it('needs a subject token and its type', async () => {
    const config = await secondService()
    for (const given of [{ subject_token: 'x' }, { subject_token_type: TYPE.access }]) {
      const refused = client.genericGrantRequest(config, GRANT, given as Record<string, string>)
      await expect(refused).rejects.toMatchObject({ error: 'invalid_request' })
    }
  })
})
