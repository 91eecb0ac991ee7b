import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'

import { discover, http, refusalOf, useIssuer } from './oauth4webapi-support.ts'

const issuer = useIssuer()

describe('discovery by oauth4webapi', () => {
  it('finds the same metadata by the rules of OpenID Connect and of OAuth', async () => {
    const [oidc, oauth2] = [await discover(issuer.url, 'oidc'), await discover(issuer.url, 'oauth2')]
    expect(oidc).toEqual(oauth2)
    expect(oidc).toMatchObject({
      issuer: issuer.url,
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
    })
  })

  it('is refused under a name that the issuer does not go by', async () => {
    const other = issuer.url.replace('localhost', '127.0.0.1')
    expect(await refusalOf(discover(other))).toMatchObject({ code: oauth.JSON_ATTRIBUTE_COMPARISON })
  })

  it.each([
    ['organizer', 'read:contacts'],
    ['world-mappers', 'geocode'],
    ['photobox', 'read:pictures'],
    ['agents/mcp', 'mcp:tools'],
  ])('leads from the API %s to the issuer', async (path, scope) => {
    const resource = issuer.api(path)
    const response = await oauth.resourceDiscoveryRequest(resource, http)
    const metadata = await oauth.processResourceDiscoveryResponse(resource, response)
    expect(metadata).toMatchObject({
      resource: resource.href,
      authorization_servers: [issuer.url],
      scopes_supported: expect.arrayContaining([scope]),
    })
  })

  it('says that a resource which is none has no metadata', async () => {
    const resource = issuer.api('nothing')
    const response = await oauth.resourceDiscoveryRequest(resource, http)
    expect(response.status).toBe(404)
    expect(await refusalOf(oauth.processResourceDiscoveryResponse(resource, response))).toBeInstanceOf(
      oauth.OperationProcessingError,
    )
  })
})
