import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Provider } from 'oidc-provider'

import type { Preview, PreviewChoice } from '#shared/contract/calls/tokens.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { SigningAlg, SigningKey } from '#shared/model/key.ts'
import type { Settings } from '#shared/model/settings.ts'
import { ROUTES } from '#shared/oauth/protocol.ts'

import { epochSeconds } from '../store/epoch-seconds.ts'
import type { Store } from '../store/store.ts'
import type { Annotate } from './annotate.ts'
import { atMovedTime } from './adaptations/moved-clock.ts'
import { callInProcess, membersOf, mountHandle } from './call-in-process.ts'
import { createClientLookup } from './clients.ts'
import { withoutSwitchedOff } from './configuration/what-is-on.ts'
import { createJwtAccessTokens } from './adaptations/jwt-access-tokens.ts'
import { dropRetiredKeys, rotateKey } from './signing/keys.ts'
import { validateClient } from './adaptations/internals.ts'
import { buildProvider } from './provider.ts'
import { createSignInLinks, type SignInLink, type SignInLinks } from './interactions/sign-in-links.ts'
import { createShowPage } from './show-page.ts'

export interface IssuerOptions {
  readonly store: Store
  /** The issuer identifier, as applications see it. */
  readonly issuer: string
  /** Something stands in front: addresses are made from the issuer's, whatever host the request names. */
  readonly behindProxy: boolean
  readonly permissive: boolean
  /** Origins of the playground's own screens; the first is the one that links lead to. */
  readonly screens: readonly string[]
  /** Resolves when the store has its keys; begun before there is anything to hand over. */
  readonly keys: Promise<void>
  readonly internalClients: readonly ClientMetadata[]
  readonly fetch?: typeof globalThis.fetch
  /** Told of each request what only the issuer knows of it. */
  readonly annotate?: Annotate | undefined
  readonly onServerError: (ctx: { method: string; path: string }, error: Error) => void
}

export interface Issuer {
  handle(request: IncomingMessage, response: ServerResponse): void
  rotateKey(alg: SigningAlg): Promise<SigningKey>
  /** Rejects, with the issuer's own words, when this is no client that it would serve. */
  validateClient(metadata: ClientMetadata): Promise<void>
  /** Whether a JWT access token was revoked: itself, or through its grant or its client. */
  isRevoked(jti: string, client_id?: unknown): boolean
  /** The issuer's own answer about a token (RFC 7662), as a protected resource gets it, without traffic. */
  introspect(token: string): Promise<Introspection>
  /** Its discovery document as it is with these settings. */
  discover(settings: Settings): Promise<Readonly<Record<string, unknown>>>
  /** What would be given for a choice, without giving any of it. */
  preview(choice: PreviewChoice): Promise<Preview>
  /** A way in for the browser that the person opens it in. */
  makeSignInLink(username: string): SignInLink
  close(): void
}

export interface Introspection {
  readonly status: number
  readonly answer: Readonly<Record<string, unknown>>
}

const DISCOVERY = '/.well-known/openid-configuration'
const KEY_CHECK_INTERVAL = 60_000

export async function createIssuer(options: IssuerOptions): Promise<Issuer> {
  const { store } = options
  await options.keys
  const signInLinks = createSignInLinks(epochSeconds)
  const build = () => buildProvider(providerOptions(options, signInLinks))
  const reload = createReload(store, build)
  const { isRevoked } = createJwtAccessTokens(store, options.issuer)
  const timer = setInterval(() => dropRetiredKeys(store, earliestNow(store)), KEY_CHECK_INTERVAL).unref()

  return {
    handle: (request, response) => void reload.callback()(request, response),
    rotateKey: (alg) => rotateKey(store, alg),
    validateClient: (metadata) =>
      validateClient(reload.provider(), withoutSwitchedOff(metadata, store.settings.get().features)),
    isRevoked,
    introspect: (token) => introspect(options, reload.callback(), token),
    discover: (settings) =>
      discoverWith(providerOptions({ ...options, store: withSettings(store, settings) }, signInLinks)),
    async preview(choice) {
      const { createPreview } = await import('./preview/preview-tokens.ts')
      return atMovedTime(offsetOf(store), () => createPreview(providerOptions(options, signInLinks))(choice))
    },
    makeSignInLink: signInLinks.make,
    close() {
      clearInterval(timer)
      reload.close()
    },
  }
}

/** Reads all else as it is. */
function withSettings(store: Store, settings: Settings): Store {
  return { ...store, settings: { get: () => settings, put: () => undefined } }
}

/** The document of a Provider that is built for it alone, by the function that builds the real one. */
async function discoverWith(options: ReturnType<typeof providerOptions>) {
  const handle = mountHandle(options.issuer, buildProvider(options).callback())
  return membersOf(await callInProcess(handle, { method: 'GET', url: `${options.issuer}${DISCOVERY}` }))
}

function offsetOf(store: Store): number {
  return store.settings.get().clock.offset
}

/** A clock that was moved can be moved back: what one of the two still knows stays. */
function earliestNow(store: Store): number {
  return Math.min(epochSeconds(), store.issuerNow())
}

async function introspect(
  { issuer, internalClients }: IssuerOptions,
  handle: ReturnType<Provider['callback']>,
  token: string,
): Promise<Introspection> {
  const [client] = internalClients
  const answer = await callInProcess(mountHandle(issuer, handle), {
    method: 'POST',
    url: `${issuer}${ROUTES.introspection}`,
    headers: { authorization: basicOf(client) },
    form: { token },
  })
  return { status: answer.status, answer: membersOf(answer) }
}

function basicOf(client: ClientMetadata | undefined): string {
  const credentials = `${client?.client_id ?? ''}:${client?.client_secret ?? ''}`
  return `Basic ${Buffer.from(credentials).toString('base64')}`
}

/**
 * A Provider takes its keys, claims and features when it is made, so a change of them means a new one. Making it costs
 * a fraction of a millisecond, and since all state is in the store a sign-in in flight does not notice. The new one is
 * made when the next request comes: a hundred changes in a row cost one.
 */
function createReload(store: Store, build: () => Provider) {
  let provider = build()
  let callback = provider.callback()
  let stale = false
  const unsubscribe = store.onChange((table) => {
    stale ||= table !== 'clients' && table !== 'history'
  })

  function refresh(): void {
    if (!stale) return
    stale = false
    provider = build()
    callback = provider.callback()
  }

  return {
    callback(): typeof callback {
      refresh()
      return (request, response) => atMovedTime(offsetOf(store), () => callback(request, response))
    },
    provider() {
      refresh()
      return provider
    },
    close: unsubscribe,
  }
}

function providerOptions(options: IssuerOptions, signInLinks: SignInLinks) {
  const { store, screens, permissive, internalClients } = options
  return {
    ...options,
    screens: screens[0] ?? options.issuer,
    frameAncestors: screens,
    showPage: createShowPage(screens),
    clients: createClientLookup({ store, internal: internalClients, permissive }),
    cookieKeys: [store.secrets.get('cookie-key', randomSecret)],
    dpopNonceSecret: createHash('sha256').update(store.secrets.get('dpop-nonce', randomSecret)).digest(),
    fetch: options.fetch ?? globalThis.fetch,
    now: store.issuerNow,
    signInLinks,
    annotate: options.annotate ?? (() => undefined),
  }
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}
