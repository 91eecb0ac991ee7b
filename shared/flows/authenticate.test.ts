import { describe, expect, it } from 'vitest'

import { authenticate, authMethodOf, buildBasic } from './authenticate.ts'
import { buildForm, readParameters } from './draft.ts'
import type { Context } from './flow.ts'
import { CALLBACK, CONFIDENTIAL, ISSUER, METADATA, PRIVATE_KEY, PUBLIC, SIGNING } from './testing/fake-issuer.ts'
import { createFakeTools, NOW, readFakeJwt } from './testing/fake-tools.ts'

const form = buildForm(`${ISSUER}/token`, { grant_type: 'client_credentials' })

function contextOf(client: Context['client'], privateKey?: Context['privateKey']): Context {
  const choice = { client_id: client.client_id, scope: [], layers: [], user: 'alice' }
  const shared = { choice, issuer: METADATA, redirect_uri: CALLBACK, known: {}, tools: createFakeTools() }
  return { ...shared, client, privateKey }
}

async function parametersFor(client: Context['client'], privateKey?: Context['privateKey']) {
  return Object.fromEntries(readParameters(await authenticate(contextOf(client, privateKey), form)))
}

describe('client authentication', () => {
  it('by Basic is the example of RFC 6749, form-encoded before it is joined', () => {
    expect(buildBasic('s6BhdRkqt3', '7Fjfp0ZBr1KtDRbnfVdmIw')).toBe(
      'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
    )
    expect(atob(buildBasic('a:b', 'a+b%c:d e&fü').slice(6))).toBe('a%3Ab:a%2Bb%25c%3Ad+e%26f%C3%BC')
  })

  it('in the form has the name and the secret there, and no header', async () => {
    const client = { ...CONFIDENTIAL, token_endpoint_auth_method: 'client_secret_post' }
    expect(await parametersFor(client)).toEqual({
      grant_type: 'client_credentials',
      client_id: 's6BhdRkqt3',
      client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
    })
  })

  it('by a signed JWT speaks of the client itself, to the issuer, for a few minutes and once', async () => {
    const { client_assertion = '', ...rest } = await parametersFor(SIGNING, PRIVATE_KEY)
    expect(rest).toEqual({
      grant_type: 'client_credentials',
      client_id: 'signing',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    })
    expect(readFakeJwt(client_assertion)).toEqual({
      header: { alg: 'ES256', kid: '1' },
      claims: { iss: 'signing', sub: 'signing', aud: ISSUER, jti: 'random-1', iat: NOW, exp: NOW + 300 },
      signature: 'valid',
    })
  })

  it('by a JWT may be signed with the secret', async () => {
    const client = { ...CONFIDENTIAL, token_endpoint_auth_method: 'client_secret_jwt' }
    const { client_assertion = '' } = await parametersFor(client)
    expect(readFakeJwt(client_assertion)).toMatchObject({ header: { alg: 'HS256' }, claims: { iss: 's6BhdRkqt3' } })
  })

  it('of a public client is its name alone', async () => {
    expect(await parametersFor(PUBLIC)).toEqual({ grant_type: 'client_credentials', client_id: 'public' })
  })

  it('follows from what there is where nothing is registered', () => {
    const methods = [CONFIDENTIAL, { client_id: 'a' }, { client_id: 'a', jwks_uri: 'https://a.test/jwks' }].map(
      authMethodOf,
    )
    expect(methods).toEqual(['client_secret_basic', 'none', 'private_key_jwt'])
  })

  it('that cannot be done is said in words', async () => {
    await expect(parametersFor(SIGNING)).rejects.toThrow(
      'Example signs with a private key of its own, and that key is not here.',
    )
    const client = { ...PUBLIC, token_endpoint_auth_method: 'client_secret_basic' }
    await expect(parametersFor(client)).rejects.toThrow('Example has no secret.')
  })
})
