/** CIBA (poll): the request waits until the person approves it on the issuer's own page, as on a phone. */
import { errors, type BackchannelAuthenticationRequest, type Provider } from 'oidc-provider'

import { ACR } from '#shared/oauth/protocol.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'

import { issuerSeconds } from './adaptations/moved-clock.ts'
import type { Store } from '../store/store.ts'
import { addInterval } from './adaptations/polling.ts'

export const CIBA_MODEL = 'BackchannelAuthenticationRequest'

export function cibaFeature(store: Store) {
  return {
    deliveryModes: ['poll'] as const,
    processLoginHint: (_ctx: unknown, hint?: string) => (hint === undefined ? undefined : findUsername(store, hint)),
    processLoginHintToken: () => {
      throw new errors.InvalidRequest('login_hint_token is not supported here, use login_hint')
    },
    validateBindingMessage: (_ctx: unknown, message?: string) => assertBindingMessage(message),
    validateRequestContext: () => undefined,
    verifyUserCode: () => undefined,
    triggerAuthenticationDevice: (ctx: { body?: unknown }) => addInterval(ctx.body),
  }
}

/** A hint is a user name or an e-mail address. */
function findUsername(store: Store, hint: string): string | undefined {
  return store.users.get(hint)?.username ?? store.users.list().find(({ claims }) => claims['email'] === hint)?.username
}

function assertBindingMessage(message: string | undefined): void {
  if (message !== undefined && !/^[\x20-\x7e]{1,100}$/.test(message)) {
    throw new errors.InvalidBindingMessage('binding_message must be 1 to 100 printable ASCII characters')
  }
}

export async function approveRequest(provider: Provider, request: BackchannelAuthenticationRequest): Promise<void> {
  const grant = new provider.Grant({
    clientId: requireText(request.clientId),
    accountId: requireText(request.accountId),
  })
  const scopes = splitScope(request.scope)
  grant.addOIDCScope(scopes.filter(isOidcScope))
  for (const resource of [request.resource ?? []].flat()) grant.addResourceScope(resource, scopes)
  grant.addOIDCClaims(requestedClaims(request.claims))
  await grant.save()
  await provider.backchannelResult(request, grant, {
    acr: ACR.password,
    amr: ['pwd', 'swk'],
    authTime: issuerSeconds(),
  })
}

export function denyRequest(provider: Provider, request: BackchannelAuthenticationRequest): Promise<void> {
  return provider.backchannelResult(request, new errors.AccessDenied('the user denied the request'))
}

function requestedClaims(claims: BackchannelAuthenticationRequest['claims']): string[] {
  return [...Object.keys(claims?.id_token ?? {}), ...Object.keys(claims?.userinfo ?? {})]
}

function requireText(value: string | undefined): string {
  if (value === undefined) throw new Error('the stored request lacks its client or its user')
  return value
}
