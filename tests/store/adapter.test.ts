import { generateKeyPairSync } from 'node:crypto'
import Provider from 'oidc-provider'
import type { Adapter } from 'oidc-provider'
import { beforeEach, describe, expect, test } from 'vitest'
import { createAdapterFactory } from '../../electron/core/issuer/adapter.ts'
import type { OpenedStore } from '../../electron/core/store/open-store.ts'
import { NOW, PLACES } from './support.ts'

const GRANT_MODELS = [
  'AccessToken',
  'AuthorizationCode',
  'RefreshToken',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
  'PreAuthorizedCode',
]

const APP = {
  client_id: 'app',
  redirect_uris: ['https://app.test/cb'],
  token_endpoint_auth_method: 'none',
  id_token_signed_response_alg: 'ES256',
} as const

describe.each(PLACES)('the adapter $place', ({ open }) => {
  let store: OpenedStore
  let adapterOf: (model: string) => Adapter

  beforeEach(() => {
    store = open()
    const findClient = async (id: string) => store.clients.get(id)?.metadata
    adapterOf = createAdapterFactory({ store, findClient, now: () => NOW })
  })

  test('finds what was upserted, whole', async () => {
    const payload = {
      jti: 'one',
      exp: NOW + 60,
      claims: { id_token: { acr: { values: ['a'] } } },
      extra: { 'ü"\u0000': [1, null, 'x'] },
    }
    await adapterOf('AccessToken').upsert('one', payload, 60)
    expect(await adapterOf('AccessToken').find('one')).toEqual(payload)
  })

  test('finds nothing under an unknown id or another model', async () => {
    await adapterOf('AccessToken').upsert('one', { jti: 'one' }, 60)
    expect(await adapterOf('AccessToken').find('two')).toBeUndefined()
    expect(await adapterOf('RefreshToken').find('one')).toBeUndefined()
  })

  test('replaces the payload of an id that is upserted again', async () => {
    const sessions = adapterOf('Session')
    await sessions.upsert('one', { uid: 'u', accountId: 'alice', acr: 'x' }, 60)
    await sessions.upsert('one', { uid: 'u', accountId: 'bob' }, 60)
    expect(await sessions.find('one')).toEqual({ uid: 'u', accountId: 'bob' })
    expect(store.records.count('Session')).toBe(1)
  })

  test('gives each caller a payload of its own', async () => {
    await adapterOf('Grant').upsert('one', { jti: 'one', accountId: 'alice' }, 60)
    Object.assign((await adapterOf('Grant').find('one')) ?? {}, { accountId: 'mallory' })
    expect(await adapterOf('Grant').find('one')).toMatchObject({ accountId: 'alice' })
  })

  test('finds an expired record, since the issuer looks at the time itself', async () => {
    await adapterOf('AuthorizationCode').upsert('one', { jti: 'one', exp: NOW - 5 }, -5)
    expect(await adapterOf('AuthorizationCode').find('one')).toEqual({ jti: 'one', exp: NOW - 5 })
  })

  test.each([0, -1, 0.5, 1e300, Number.POSITIVE_INFINITY, Number.NaN])(
    'takes %d seconds as a lifetime',
    async (lifetime) => {
      await adapterOf('ReplayDetection').upsert('one', { jti: 'one' }, lifetime)
      expect(await adapterOf('ReplayDetection').find('one')).toEqual({ jti: 'one' })
    },
  )

  test('keeps a record without a lifetime for ever', async () => {
    const later = open({ now: () => NOW + 1e9 })
    const adapter = createAdapterFactory({ store: later, findClient: async () => undefined, now: () => NOW })(
      'RegistrationAccessToken',
    )
    await adapter.upsert('for-ever', { jti: 'for-ever' })
    await adapter.upsert('not-at-all', { jti: 'not-at-all' }, 0)
    expect(await later.sweep()).toBe(1)
    expect(await adapter.find('for-ever')).toEqual({ jti: 'for-ever' })
  })

  test('finds a device code by its user code', async () => {
    await adapterOf('DeviceCode').upsert('device', { jti: 'device', userCode: 'BCDF' }, 60)
    expect(await adapterOf('DeviceCode').findByUserCode('BCDF')).toEqual({ jti: 'device', userCode: 'BCDF' })
    expect(await adapterOf('DeviceCode').findByUserCode('GHJK')).toBeUndefined()
    expect(await adapterOf('AccessToken').findByUserCode('BCDF')).toBeUndefined()
  })

  test('gives a user code to its last writer, and to nobody when that one is gone', async () => {
    const codes = adapterOf('DeviceCode')
    for (const id of ['first', 'second', 'third']) await codes.upsert(id, { jti: id, userCode: 'BCDF' }, 60)
    expect(await codes.findByUserCode('BCDF')).toMatchObject({ jti: 'third' })
    expect(await codes.find('first')).toMatchObject({ jti: 'first' })
    await codes.upsert('first', { jti: 'first', userCode: 'BCDF' }, 60)
    expect(await codes.findByUserCode('BCDF')).toMatchObject({ jti: 'first' })
    await codes.destroy('first')
    expect(await codes.findByUserCode('BCDF')).toBeUndefined()
  })

  test('lets a record that is written without its user code give the code up', async () => {
    await adapterOf('DeviceCode').upsert('one', { jti: 'one', userCode: 'BCDF' }, 60)
    await adapterOf('DeviceCode').upsert('one', { jti: 'one' }, 60)
    expect(await adapterOf('DeviceCode').findByUserCode('BCDF')).toBeUndefined()
  })

  test('finds a session by its uid, the last one written under it', async () => {
    const sessions = adapterOf('Session')
    await sessions.upsert('before-sign-in', { jti: 'before-sign-in', uid: 'u' }, 60)
    await sessions.upsert('after-sign-in', { jti: 'after-sign-in', uid: 'u' }, 60)
    expect(await sessions.findByUid('u')).toMatchObject({ jti: 'after-sign-in' })
    expect(await sessions.findByUid('other')).toBeUndefined()
  })

  test('consumes once, whoever else tries at the same time', async () => {
    const codes = adapterOf('AuthorizationCode')
    await codes.upsert('code', { jti: 'code' }, 60)
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => codes.consume('code')))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusal = tries.find((result) => result.status === 'rejected')?.reason
    expect(refusal).toMatchObject({
      error: 'invalid_grant',
      status: 400,
      error_detail: 'authorization code already used',
    })
  })

  test('says when a record was consumed', async () => {
    await adapterOf('RefreshToken').upsert('one', { jti: 'one' }, 60)
    await adapterOf('RefreshToken').consume('one')
    expect(await adapterOf('RefreshToken').find('one')).toEqual({ jti: 'one', consumed: NOW })
  })

  test('keeps a consumed record consumed when an older copy is written back', async () => {
    await adapterOf('DeviceCode').upsert('one', { jti: 'one' }, 60)
    await adapterOf('DeviceCode').consume('one')
    await adapterOf('DeviceCode').upsert('one', { jti: 'one', error: 'access_denied' }, 60)
    expect(await adapterOf('DeviceCode').find('one')).toEqual({ jti: 'one', error: 'access_denied', consumed: NOW })
    await expect(adapterOf('DeviceCode').consume('one')).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  test('refuses to consume what is not there', async () => {
    await expect(adapterOf('RefreshToken').consume('missing')).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  test('refuses a pushed request the second time with the error of a request_uri', async () => {
    await adapterOf('PushedAuthorizationRequest').upsert('one', { jti: 'one' }, 60)
    await adapterOf('PushedAuthorizationRequest').consume('one')
    const second = adapterOf('PushedAuthorizationRequest').consume('one')
    await expect(second).rejects.toMatchObject({ error: 'invalid_request_uri', status: 400 })
  })

  test('destroys one record, and does not mind one that is gone', async () => {
    await adapterOf('Session').upsert('one', { uid: 'u1' }, 60)
    await adapterOf('Session').upsert('two', { uid: 'u2' }, 60)
    await adapterOf('Session').destroy('one')
    await adapterOf('Session').destroy('one')
    expect(await adapterOf('Session').find('one')).toBeUndefined()
    expect(await adapterOf('Session').findByUid('u1')).toBeUndefined()
    expect(await adapterOf('Session').find('two')).toEqual({ uid: 'u2' })
  })

  test.each(GRANT_MODELS)('reaches every model of a grant when %s is asked to revoke it', async (asked) => {
    for (const model of GRANT_MODELS) {
      for (const grantId of ['revoked', 'kept']) await adapterOf(model).upsert(`${model}-${grantId}`, { grantId }, 60)
    }
    await adapterOf(asked).revokeByGrantId('revoked')
    const left = GRANT_MODELS.map((model) => store.records.count(model))
    expect(left).toEqual(GRANT_MODELS.map(() => 1))
    expect(await adapterOf(asked).find(`${asked}-kept`)).toEqual({ grantId: 'kept' })
  })

  test('lets a sign-in in flight go on when the grant that it names is revoked', async () => {
    await adapterOf('Interaction').upsert('one', { jti: 'one', grantId: 'revoked' }, 60)
    await adapterOf('AccessToken').revokeByGrantId('revoked')
    expect(await adapterOf('Interaction').find('one')).toMatchObject({ jti: 'one' })
  })

  test('reads a client through the look-up that it was given', async () => {
    const factory = createAdapterFactory({
      store,
      findClient: async (id) => (id === 'known' ? { client_id: id } : undefined),
    })
    expect(await factory('Client').find('known')).toEqual({ client_id: 'known' })
    expect(await factory('Client').find('unknown')).toBeUndefined()
  })

  test('registers, updates and removes a dynamic client', async () => {
    await adapterOf('Client').upsert('new', { client_id: 'new', client_name: 'First', client_secret: undefined })
    await adapterOf('Client').upsert('new', { client_id: 'new', client_name: 'Second' })
    expect(store.clients.get('new')).toMatchObject({
      metadata: { client_id: 'new', client_name: 'Second' },
      origin: 'dynamic',
    })
    expect(store.records.count('Client')).toBe(0)
    await adapterOf('Client').destroy('new')
    expect(store.clients.get('new')).toBeUndefined()
  })

  describe('under oidc-provider', () => {
    let provider: Provider

    beforeEach(() => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const jwks = { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] }
      const adapter = createAdapterFactory({ store, findClient: async (id) => store.clients.get(id)?.metadata })
      provider = new Provider('http://localhost:4400', {
        adapter,
        jwks,
        cookies: { keys: ['a cookie key'] },
        features: { devInteractions: { enabled: false } },
        ttl: { RefreshToken: 60 },
      })
    })

    test('one of many uses of a jti at the same time is the first', async () => {
      const expires = Math.floor(Date.now() / 1000) + 60
      const uses = await Promise.all(
        Array.from({ length: 20 }, () => provider.ReplayDetection.unique('client', 'jti', expires)),
      )
      expect(uses.filter(Boolean)).toHaveLength(1)
      expect(await provider.ReplayDetection.unique('client', 'jti', expires)).toBe(false)
      expect(await provider.ReplayDetection.unique('client', 'another', expires)).toBe(true)
    })

    test('a jti with an end in fractions or beyond all time is kept', async () => {
      expect(await provider.ReplayDetection.unique('client', 'a', Date.now() / 1000 + 60.5)).toBe(true)
      expect(await provider.ReplayDetection.unique('client', 'b', 1e300)).toBe(true)
      expect(await provider.ReplayDetection.unique('client', 'b', 1e300)).toBe(false)
    })

    test('a token is saved, found, consumed once and revoked with its grant', async () => {
      store.clients.put(APP, 'config')
      const client = await provider.Client.find('app')
      if (client === undefined) throw new Error('the client was not found')
      const value = await new provider.RefreshToken({
        client,
        accountId: 'alice',
        grantId: 'g',
        scope: 'openid',
      } as never).save()
      const [one, two] = [await provider.RefreshToken.find(value), await provider.RefreshToken.find(value)]
      const results = await Promise.allSettled([one?.consume(), two?.consume()])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
      expect((await provider.RefreshToken.find(value))?.isValid).toBe(false)
      await provider.AccessToken.revokeByGrantId('g')
      expect(await provider.RefreshToken.find(value)).toBeUndefined()
    })

    test('a client that was changed is seen changed the next time', async () => {
      store.clients.put({ ...APP, client_name: 'Before' }, 'management')
      expect((await provider.Client.find('app'))?.clientName).toBe('Before')
      store.clients.put({ ...APP, client_name: 'After' }, 'management')
      expect((await provider.Client.find('app'))?.clientName).toBe('After')
      store.clients.remove('app')
      expect(await provider.Client.find('app')).toBeUndefined()
    })
  })
})
