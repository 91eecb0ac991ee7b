import type { ClientMetadata } from '../../model/client.ts'
import { core, rfc } from '../../teach/specs.ts'
import { nameOf, secretOf, signAsClient } from '../authenticate.ts'
import { parseJson } from '../answer.ts'
import { amendDraft } from '../compose.ts'
import { buildGet, readParameters } from '../draft.ts'
import type { Context, Draft, Json, JsonObject, Layer } from '../flow.ts'

/** Seconds; long enough to look at the request before it is sent. */
const LIFETIME = 300

/** They are JSON already, and stand in the JWT as what they are (RFC 9396 section 5, OpenID Connect Core section 6.1). */
const JSON_PARAMETERS = ['authorization_details', 'claims']

export const jar: Layer = {
  id: 'jar',
  title: 'Signed request',
  summary: 'The request is one JWT signed by the client: the browser carries it and cannot change it.',
  specs: [rfc(9101, '4'), rfc(9101, '5'), core('6.1')],
  needs: ['request_object_signing_alg_values_supported'],
  checkFit: (_flow, _choice, client) =>
    hasKeys(client) || hasSecret(client) ? undefined : `${nameOf(client)} has neither a key nor a secret to sign with.`,
  checkNeed: (client) =>
    client['require_signed_request_object'] === true
      ? `${nameOf(client)} is registered for signed requests only.`
      : undefined,
  apply: (steps) => amendDraft(steps, ['authorization-request'], signRequest),
}

async function signRequest(context: Context, draft: Draft): Promise<Draft> {
  const { client, issuer } = context
  const [address = ''] = draft.url.split('?', 1)
  const claims = buildClaims(context, readParameters(draft))
  const request = hasKeys(client)
    ? await signAsClient(context, claims, 'oauth-authz-req+jwt')
    : await context.tools.signJwtWithSecret(claims, secretOf(client))
  return buildGet(address || issuer.authorization_endpoint, { client_id: client.client_id, request })
}

function buildClaims(
  { client, issuer, tools }: Context,
  parameters: readonly (readonly [string, string])[],
): JsonObject {
  const now = tools.now()
  const asked = Map.groupBy(parameters, ([name]) => name)
  const members = [...asked].map(([name, pairs]) => [
    name,
    toMember(
      name,
      pairs.map(([, value]) => value),
    ),
  ])
  return {
    ...(Object.fromEntries(members) as JsonObject),
    iss: client.client_id,
    aud: issuer.issuer,
    iat: now,
    exp: now + LIFETIME,
    jti: tools.random(),
  }
}

function toMember(name: string, values: readonly string[]): Json {
  const [first = ''] = values
  if (JSON_PARAMETERS.includes(name)) return parseJson(first) ?? first
  return values.length > 1 ? values : first
}

/** Whoever only looks at a client is not told its secret, but may know that there is one. */
function hasSecret({ client_secret, token_endpoint_auth_method: method = '' }: ClientMetadata): boolean {
  return client_secret !== undefined || method.startsWith('client_secret_')
}

function hasKeys({ jwks, jwks_uri }: ClientMetadata): boolean {
  return jwks !== undefined || jwks_uri !== undefined
}
