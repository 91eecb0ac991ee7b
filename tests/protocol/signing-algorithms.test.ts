import { SIGNING_ALGS } from '#shared/model/key.ts'
import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { signIn } from './browser.ts'
import { CALLBACK, useIssuer } from './support.ts'

const apiOf = (alg: string) => `https://${alg.toLowerCase()}.test/api`
const issuer = useIssuer({
  config: {
    apis: SIGNING_ALGS.map((signingAlg) => ({
      identifier: apiOf(signingAlg),
      name: signingAlg,
      signingAlg,
      tokenLifetime: 120,
      scopes: [{ name: 'use' }],
    })),
    clients: SIGNING_ALGS.map((alg) => ({
      client_id: `app-${alg}`,
      client_secret: 'secret',
      redirect_uris: [CALLBACK],
      grant_types: ['authorization_code', 'client_credentials'],
      id_token_signed_response_alg: alg,
    })),
  },
})

describe.each(SIGNING_ALGS)('%s', (alg) => {
  it("signs an API's access tokens, as RFC 9068 has them", async () => {
    const config = await issuer.discover(`app-${alg}`, 'secret')
    const tokens = await client.clientCredentialsGrant(config, { scope: 'use', resource: apiOf(alg) })
    const { payload, protectedHeader } = await issuer.verify(tokens.access_token)
    expect(protectedHeader).toMatchObject({ alg, typ: 'at+jwt', kid: expect.any(String) })
    expect(payload).toEqual({
      iss: issuer.url,
      sub: `app-${alg}`,
      client_id: `app-${alg}`,
      aud: apiOf(alg),
      scope: 'use',
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: expect.any(Number),
    })
    expect(tokens.expires_in).toBe(120)
    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: true })
  })

  it('signs the ID tokens of a client that registered for it', async () => {
    const { id_token = '' } = await signIn(await discoverFor(alg), { scope: 'openid' })
    expect((await issuer.verify(id_token)).protectedHeader.alg).toBe(alg)
  })
})

function discoverFor(alg: string): Promise<client.Configuration> {
  const metadata = { client_secret: 'secret', id_token_signed_response_alg: alg }
  const options = { execute: [client.allowInsecureRequests] }
  return client.discovery(new URL(issuer.url), `app-${alg}`, metadata, undefined, options)
}
