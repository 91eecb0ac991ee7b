import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'

import worldMappers from '../../resources/scenarios/world-mappers.json' with { type: 'json' }
import { useIssuer } from './support.ts'

const issuer = useIssuer({
  clients: [
    {
      client_id: 'poster',
      client_secret: 'poster-secret',
      redirect_uris: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
    },
    {
      client_id: 'odd one',
      client_secret: 'a+b:c d%',
      redirect_uris: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_basic',
    },
    {
      client_id: 'hasher',
      client_secret: 'a-secret-that-is-long-enough-for-HS256',
      redirect_uris: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_jwt',
    },
  ],
})

const taxiFinder = ['--client', 'taxi-finder', '--client-secret', 'taxi-finder-secret']
const oldMail = ['--client', 'old-mail', '--grant', 'password', '--user', 'alice', '--scope', 'openid offline_access']
const PRIVATE_KEY = JSON.stringify(worldMappers.privateKeys['delivery-planner'])

describe('client_credentials', () => {
  it('is the grant when none is named, and the response is printed as the issuer sent it', async () => {
    const { code, stdout, stderr } = await issuer.run([...taxiFinder, '--scope', 'geocode'])
    expect(JSON.parse(stdout)).toEqual({
      access_token: expect.stringMatching(/^ey/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'geocode',
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('takes the secret from the environment, and a flag before that', async () => {
    const env = { VALETKEY_CLIENT_SECRET: 'taxi-finder-secret' }
    expect((await issuer.tokens(['--client', 'taxi-finder'], { env })).token_type).toBe('Bearer')
    const wrong = { VALETKEY_CLIENT_SECRET: 'wrong' }
    expect((await issuer.tokens(taxiFinder, { env: wrong })).token_type).toBe('Bearer')
  })

  it('takes several scopes in one flag or in several', async () => {
    const one = await issuer.tokens([...taxiFinder, '--scope', 'geocode route'])
    const two = await issuer.tokens([...taxiFinder, '--scope', 'geocode', '--scope', 'route'])
    expect([one.scope, two.scope]).toEqual(['geocode route', 'geocode route'])
  })

  it.each(['--resource', '--audience'])('names the API by %s', async (flag) => {
    const tokens = await issuer.tokens([...taxiFinder, flag, 'https://world-mappers.test/api', '--scope', 'route'])
    expect(decodeJwt(tokens.access_token)).toMatchObject({ aud: 'https://world-mappers.test/api', scope: 'route' })
  })

  it('signs with a private key', async () => {
    const key = issuer.file('key.json', PRIVATE_KEY)
    const tokens = await issuer.tokens(['--client', 'delivery-planner', '--client-key', key, '--scope', 'route'])
    expect(decodeJwt(tokens.access_token).sub).toBe('delivery-planner')
  })

  it('takes the one private key of a set, and finds out the algorithm by itself', async () => {
    const { alg: _alg, ...key } = worldMappers.privateKeys['delivery-planner']
    const file = issuer.file(
      'set.json',
      JSON.stringify({ keys: [...(worldMappers.clients[1]?.jwks?.keys ?? []), key] }),
    )
    const tokens = await issuer.tokens(['--client', 'delivery-planner', '--client-key', file])
    expect(decodeJwt(tokens.access_token).sub).toBe('delivery-planner')
  })

  it.each([
    ['poster', 'poster-secret', 'client_secret_post'],
    ['hasher', 'a-secret-that-is-long-enough-for-HS256', 'client_secret_jwt'],
    ['odd one', 'a+b:c d%', 'client_secret_basic'],
  ])('lets %s say who it is with the secret %s by %s', async (client, secret, method) => {
    const tokens = await issuer.tokens(['--client', client, '--client-secret', secret, '--auth', method])
    expect(tokens.token_type).toBe('Bearer')
  })
})

describe('the password grant', () => {
  it('gets a token for the user, whose ID token is checked', async () => {
    const tokens = await issuer.tokens([...oldMail, '--password', 'alice'])
    expect(decodeJwt(tokens.id_token ?? '')).toMatchObject({ sub: 'alice', aud: 'old-mail', iss: issuer.url })
  })

  it('takes the password from the environment', async () => {
    const tokens = await issuer.tokens(oldMail, { env: { VALETKEY_PASSWORD: 'alice' } })
    expect(decodeJwt(tokens.access_token).sub).toBe('alice')
  })
})

describe('the refresh_token grant', () => {
  it('takes the token from a flag', async () => {
    const { refresh_token = '' } = await issuer.tokens([...oldMail, '--password', 'alice'])
    const args = ['--client', 'old-mail', '--grant', 'refresh_token', '--refresh-token', refresh_token]
    const tokens = await issuer.tokens([...args, '--scope', 'openid'])
    expect(tokens).toMatchObject({ scope: 'openid' })
    expect(tokens.refresh_token).not.toBe(refresh_token)
  })

  it('takes from standard input the token, or the response that held it', async () => {
    const args = ['--client', 'old-mail', '--grant', 'refresh_token', '--refresh-token', '-']
    const first = await issuer.tokens([...oldMail, '--password', 'alice'])
    const second = await issuer.tokens(args, { stdin: `${first.refresh_token}\n` })
    const third = await issuer.tokens(args, { stdin: JSON.stringify(second) })
    expect(decodeJwt(third.access_token).sub).toBe('alice')
  })
})

describe('the extension grants', () => {
  it('exchanges a token of the user for one of the service', async () => {
    const key = issuer.file('key.json', PRIVATE_KEY)
    const { access_token } = await issuer.tokens([...oldMail, '--password', 'alice'])
    const args = ['--client', 'delivery-planner', '--client-key', key, '--grant', 'token-exchange', '--scope', 'route']
    const tokens = await issuer.tokens([...args, '--subject-token', access_token])
    expect(tokens).toMatchObject({ issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' })
    expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: 'alice', act: { sub: 'delivery-planner' } })
  })

  it('makes an assertion about the user with the key of the client', async () => {
    const key = issuer.file('key.json', PRIVATE_KEY)
    const args = ['--client', 'delivery-planner', '--client-key', key, '--user', 'bob', '--scope', 'route']
    const tokens = await issuer.tokens([...args, '--grant', 'urn:ietf:params:oauth:grant-type:jwt-bearer'])
    expect(decodeJwt(tokens.access_token).sub).toBe('bob')
  })
})

describe('--decode', () => {
  it('adds header and payload of both tokens', async () => {
    const tokens = await issuer.tokens([...oldMail, '--password', 'alice', '--decode'])
    expect(tokens.decoded).toMatchObject({
      access_token: { header: { typ: 'at+jwt' }, payload: { sub: 'alice', client_id: 'old-mail' } },
      id_token: { header: { alg: 'RS256' }, payload: { sub: 'alice', aud: 'old-mail' } },
    })
  })

  it('says null of a token that nobody but the issuer can read', async () => {
    const tokens = await issuer.tokens([
      '--client',
      'poster',
      '--client-secret',
      'poster-secret',
      '--auth',
      'client_secret_post',
      '--decode',
    ])
    expect(tokens.decoded).toEqual({ access_token: null })
  })
})
