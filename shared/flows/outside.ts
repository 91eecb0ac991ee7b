/** A walkthrough against an issuer that runs elsewhere: what is known of its clients here, and what can be picked. */
import type { ClientMetadata } from '../model/client.ts'
import { KEPT_SECRET, type OutsideApi, type OutsideIssuer } from '../model/outside-issuer.ts'
import { GRANT_TYPES, RESPONSE_TYPES } from '../oauth/protocol.ts'
import { splitScope } from '../oauth/scope.ts'
import { authMethodOf } from './authenticate.ts'
import { checkVariantOffer, fitLayers } from './choice.ts'
import type { Choice, Flow, FlowApi } from './flow.ts'
import { WALK_CALLBACK } from './grants/checks.ts'

/** Whom the diagram calls the one who signs in: nobody here knows who that is. */
export const SOMEBODY = 'user'

/**
 * What a client is registered for there only its issuer knows, so here it may try everything. Its secret is never shown:
 * something else stands for it.
 */
export function asOutsideClient(client: ClientMetadata): ClientMetadata {
  return {
    grant_types: GRANT_TYPES,
    response_types: RESPONSE_TYPES,
    redirect_uris: [WALK_CALLBACK],
    post_logout_redirect_uris: [WALK_CALLBACK],
    ...client,
    ...(needsSecret(client) && { client_secret: KEPT_SECRET }),
  }
}

export function needsSecret(client: ClientMetadata): boolean {
  return String(client.token_endpoint_auth_method).startsWith('client_secret_')
}

export function needsKey(client: ClientMetadata): boolean {
  return authMethodOf(client) === 'private_key_jwt'
}

/** What is called there with the token. */
export function asFlowApi({ name, url, method, scope, body }: OutsideApi): FlowApi {
  const title = name ?? new URL(url).host
  return { identifier: url, name: title, calls: [{ title, method, url, scope, ...(body !== undefined && { body }) }] }
}

/** What a walkthrough has by itself, as far as this issuer offers it to this client. */
export function outsideChoice(
  flow: Flow,
  { id, metadata, api, clients }: OutsideIssuer,
  client: ClientMetadata,
): Choice {
  const variants = flow.variants.map((variant) => variant.id)
  const isPossible = (variant: string) =>
    flow.checkClient(client, variant) === undefined && checkVariantOffer(flow, variant, metadata) === undefined
  const hasApi = api !== undefined && flow.defaults.api !== undefined
  const other = clients.find(({ client_id }) => client_id !== client.client_id)
  const choice: Choice = {
    issuer: id,
    client_id: client.client_id,
    api: hasApi ? api.url : undefined,
    scope: hasApi ? splitScope(api.scope) : [],
    variant: variants.find(isPossible) ?? variants[0],
    layers: flow.defaults.layers,
    user: SOMEBODY,
    ...(flow.second && { second_client_id: other?.client_id }),
  }
  return fitLayers(flow, choice, client, metadata)
}
