import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { useIssuer } from './support.ts'

const issuer = useIssuer()
const WELL_KNOWN = ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server']

describe('discovery', () => {
  it('names the same addresses in both forms', async () => {
    const [openid, oauth] = await Promise.all(WELL_KNOWN.map((path) => issuer.request(path)))
    expect(openid?.status).toBe(200)
    expect(oauth?.json).toEqual(openid?.json)
    expect(openid?.json).toMatchObject({
      issuer: issuer.url,
      authorization_endpoint: `${issuer.url}/authorize`,
      token_endpoint: `${issuer.url}/token`,
      userinfo_endpoint: `${issuer.url}/userinfo`,
      jwks_uri: `${issuer.url}/jwks`,
      introspection_endpoint: `${issuer.url}/introspect`,
      revocation_endpoint: `${issuer.url}/revoke`,
      pushed_authorization_request_endpoint: `${issuer.url}/par`,
      device_authorization_endpoint: `${issuer.url}/device_authorization`,
      backchannel_authentication_endpoint: `${issuer.url}/backchannel`,
      registration_endpoint: `${issuer.url}/register`,
      end_session_endpoint: `${issuer.url}/logout`,
    })
  })

  it('is found by openid-client in either form', async () => {
    for (const algorithm of ['oidc', 'oauth2'] as const) {
      const options = { algorithm, execute: [client.allowInsecureRequests] }
      const config = await client.discovery(new URL(issuer.url), 'my-todos', undefined, client.None(), options)
      expect(config.serverMetadata()).toMatchObject({ issuer: issuer.url, token_endpoint: `${issuer.url}/token` })
    }
  })

  it('lists all that the issuer can do', async () => {
    const { json } = await issuer.request(WELL_KNOWN[0] ?? '')
    expect(json['grant_types_supported']).toEqual(
      expect.arrayContaining([
        'authorization_code',
        'implicit',
        'refresh_token',
        'client_credentials',
        'password',
        'urn:ietf:params:oauth:grant-type:device_code',
        'urn:ietf:params:oauth:grant-type:token-exchange',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
        'urn:openid:params:grant-type:ciba',
      ]),
    )
    expect(sorted(json['response_types_supported'])).toEqual(
      sorted([
        'code',
        'token',
        'id_token',
        'id_token token',
        'code id_token',
        'code token',
        'code id_token token',
        'none',
      ]),
    )
    expect(sorted(json['response_modes_supported'])).toEqual(
      sorted(['query', 'fragment', 'form_post', 'jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt']),
    )
    expect(json['token_endpoint_auth_methods_supported']).toEqual(
      expect.arrayContaining([
        'none',
        'client_secret_basic',
        'client_secret_post',
        'client_secret_jwt',
        'private_key_jwt',
      ]),
    )
    expect(json['scopes_supported']).toEqual(
      expect.arrayContaining(['openid', 'offline_access', 'read:contacts', 'mcp:tools']),
    )
    expect(json['prompt_values_supported']).toEqual(['none', 'login', 'consent'])
    expect(json['acr_values_supported']).toEqual(['urn:valetkey:acr:password', 'urn:valetkey:acr:second-factor'])
    expect(json).toMatchObject({
      claims_parameter_supported: true,
      authorization_response_iss_parameter_supported: true,
      backchannel_logout_supported: true,
      backchannel_token_delivery_modes_supported: ['poll'],
      client_id_metadata_document_supported: true,
      dpop_signing_alg_values_supported: expect.arrayContaining(['ES256', 'EdDSA']),
    })
  })
})

describe('the published keys', () => {
  it('are one for each algorithm, and never their private parts', async () => {
    const { json, headers } = await issuer.request('/jwks')
    const keys = json['keys'] as { readonly alg: string }[]
    expect(keys.map(({ alg }) => alg).toSorted()).toEqual(['ES256', 'EdDSA', 'PS256', 'RS256'])
    for (const key of keys) {
      expect(key).toMatchObject({ kid: expect.any(String), use: 'sig' })
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']) expect(key).not.toHaveProperty(member)
    }
    expect(headers.get('content-type')).toContain('application/jwk-set+json')
  })
})

function sorted(values: unknown): string[] {
  if (!Array.isArray(values)) throw new Error('expected a list')
  return values.map((value: unknown) => String(value).split(' ').toSorted().join(' ')).toSorted()
}
