import type { Api } from '#shared/model/api.ts'
import { DPOP_SIGNING_ALGS } from '#shared/oauth/dpop.ts'
import { WELL_KNOWN, addressOf, metadataAddressOf, resourcePathOf } from './addresses.ts'
import { findRecord } from './describe-api.ts'
import { HttpProblem } from './http/problem.ts'
import type { DemoApi } from './operation.ts'

/** Protected-resource metadata (RFC 9728 section 2), by the path at which it was asked for. */
export function buildResourceMetadata(
  issuer: string,
  apis: readonly DemoApi[],
  registered: readonly Api[],
  path: string,
) {
  const resourcePath = resourcePathOf(issuer, path)
  const api = apis.find((candidate) => listResourcePaths(candidate).includes(resourcePath))
  if (api === undefined) throw unknownResource(issuer, apis)
  return {
    // Section 3.3: exactly the address that the well-known one was built from.
    resource: addressOf(issuer, resourcePath),
    authorization_servers: [issuer],
    scopes_supported: api.scopes,
    bearer_methods_supported: ['header'],
    dpop_signing_alg_values_supported: DPOP_SIGNING_ALGS,
    resource_name: findRecord(api, registered)?.name ?? api.title,
    resource_documentation: addressOf(issuer, `/apis/${api.name}`),
  }
}

/** The API's address, and every fixed address below it: each is a name that a token's audience may carry. */
function listResourcePaths(api: DemoApi): readonly string[] {
  const fixed = api.operations.map(({ path }) => path).filter((path) => !path.includes(':'))
  return ['', ...fixed].map((path) => `/apis/${api.name}${path}`)
}

function unknownResource(issuer: string, apis: readonly DemoApi[]): HttpProblem {
  const known = apis.flatMap((api) => listResourcePaths(api).map((path) => metadataAddressOf(issuer, path)))
  const detail = `Metadata stands at ${WELL_KNOWN} followed by the path of a demo API (RFC 9728 section 3.1).`
  return new HttpProblem(404, 'No such protected resource', detail, { members: { known } })
}
