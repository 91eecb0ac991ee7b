/**
 * A second issuer over the same clients, APIs, users, keys and settings, whose tokens and grants are written to a store
 * in memory that is thrown away. It is built by the function that builds the real one, so what it would give is what the
 * real one gives. Nobody can reach it, and nothing that it signs leaves `preview-tokens.ts` whole.
 */
import type { Provider } from 'oidc-provider'

import type { ClientMetadata } from '#shared/model/client.ts'
import type { ExchangeError } from '#shared/model/exchange.ts'
import type { User } from '#shared/model/user.ts'
import { ACR } from '#shared/oauth/protocol.ts'

import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { callInProcess, type InnerAnswer, type InnerRequest, mountHandle } from '../call-in-process.ts'
import type { ClientLookup } from '../clients.ts'
import { buildProvider, type ProviderOptions } from '../provider.ts'

export interface ShadowParts {
  readonly options: ProviderOptions
  readonly client: ClientMetadata
  /** Who has signed in; undefined where no user takes part. */
  readonly user: User | undefined
}

export interface Shadow {
  readonly provider: Provider
  call(request: InnerRequest): Promise<InnerAnswer>
  /** What the issuer said of the last request that it refused. */
  readonly refusal: ExchangeError | undefined
  close(): void
}

export function createShadow({ options, client, user }: ShadowParts): Shadow {
  const memory = openStore({ onProblem: () => undefined })
  const clients: ClientLookup = {
    find: (id) => (id === client.client_id ? withoutCeremony(client) : options.clients.find(id)),
  }
  let refusal: ExchangeError | undefined
  const provider = buildProvider({
    ...options,
    store: overMemory(options.store, memory),
    clients,
    showPage: async () => undefined,
    annotate: (_request, { error }) => {
      // The event that tells the reason comes before the page that does not.
      refusal ??= error
    },
    fetch: async () => {
      throw new TypeError('nothing is fetched for a preview')
    },
    onServerError: () => undefined,
  })
  if (user) signInEverywhere(provider, user)
  const handle = mountHandle(options.issuer, provider.callback())
  return {
    provider,
    async call(request) {
      refusal = undefined
      return callInProcess(handle, request)
    },
    get refusal() {
      return refusal
    },
    close: () => memory.close(),
  }
}

/** Reads what is configured, and writes nothing of it. */
function overMemory(store: Store, memory: Store): Store {
  return {
    ...store,
    clients: { ...store.clients, put: () => undefined, remove: () => false },
    records: memory.records,
    revokedTokens: memory.revokedTokens,
    transaction: memory.transaction,
    durable: async () => undefined,
    failedCommits: 0,
    onChange: () => () => undefined,
    close: () => undefined,
  }
}

/**
 * The same client, as it is when it has shown who it is and the user has agreed to all that it asks for. How a client
 * proves itself and hands in its request is nothing that stands in a token.
 */
function withoutCeremony(client: ClientMetadata): ClientMetadata {
  const {
    jwks: _jwks,
    jwks_uri,
    token_endpoint_auth_signing_alg: _alg,
    require_pushed_authorization_requests: _par,
    request_object_signing_alg: _signed,
    require_signed_request_object: _required,
    ...rest
  } = client
  return {
    ...rest,
    // An encrypted answer needs the client's keys; any other way to show who it is needs what only the client has.
    ...(isEncrypting(client) && { jwks: client.jwks, ...(jwks_uri !== undefined && { jwks_uri }) }),
    token_endpoint_auth_method: 'client_secret_post',
    client_secret: secretOf(client),
    valetkey: { ...client.valetkey, skipConsent: true, requirePkce: false, requireDpopNonce: false },
  }
}

/** What the issuer's forms carry, so that they can be sent without being read. */
export const XSRF = 'the-secret-of-the-forms'

const SUBSTITUTE = 'a-secret-for-those-that-have-none'

export function secretOf({ client_secret }: ClientMetadata): string {
  return client_secret ?? SUBSTITUTE
}

function isEncrypting(client: ClientMetadata): boolean {
  return Object.keys(client).some((member) => member.endsWith('_encrypted_response_alg'))
}

interface SessionClass {
  new (payload: object): object
  get(ctx: { oidc: { entity(key: string, value: unknown): void } }): Promise<object>
}

/** As right after a sign-in; who has a second factor has used it, or not, as the issuer's own rules have it. */
function signInEverywhere(provider: Provider, user: User): void {
  const Session = provider.Session as unknown as SessionClass
  const session = new Session({
    accountId: user.username,
    state: { secret: XSRF },
    loginTs: Math.floor(Date.now() / 1000),
    ...(user.secondFactor
      ? { amr: ['pwd', 'otp', 'mfa'], acr: ACR.secondFactor }
      : { amr: ['pwd'], acr: ACR.password }),
  })
  Session.get = async ({ oidc }) => {
    oidc.entity('Session', session)
    return session
  }
}
