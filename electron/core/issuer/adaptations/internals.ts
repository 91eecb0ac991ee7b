/**
 * Everything that the issuer does behind oidc-provider's public face, in one place. Each function says what the
 * library does by itself and why a playground needs it otherwise. The classes patched here belong to one Provider
 * instance; nothing is shared between instances.
 */
import type { Context } from 'koa'
import { type KoaContextWithOIDC, Provider } from 'oidc-provider'
import instance from 'oidc-provider/lib/helpers/weak_cache.js'

import { isLoopbackHttp } from '#shared/oauth/loopback.ts'

export * from 'oidc-provider/lib/helpers/grants.js'

/** The constructor refuses `token` alone; the response itself is handled like every other type. */
export function allowPlainToken(provider: Provider): void {
  instance(provider).configuration.responseTypes.push('token')
}

interface Schema {
  /** Not looked at yet: whatever was sent. */
  redirect_uris?: unknown
  post_logout_redirect_uris?: unknown
  scope?: string
  invalidate(message: string, code?: string): void
  scopes(): void
}

interface ClientClass {
  readonly Schema: { readonly prototype: Schema }
  readonly prototype: {
    redirectUriAllowed(uri: string): boolean
    postLogoutRedirectUriAllowed(uri: string): boolean
  }
}

/** The names under which oidc-provider refuses http addresses of web clients that may use implicit. */
const IMPLICIT_HTTP_RULES = new Set(['implicit-force-https', 'implicit-forbid-localhost'])

/** Implicit on `http://localhost` is what somebody learning OAuth has at hand; elsewhere https stays demanded. */
export function allowImplicitOnLoopback(provider: Provider): void {
  const { prototype } = clientClass(provider).Schema
  const { invalidate } = prototype
  prototype.invalidate = function invalidateUnlessLoopback(message, code) {
    const uris = [this.redirect_uris, this.post_logout_redirect_uris].flat()
    const https = uris.every((uri) => typeof uri !== 'string' || !uri.startsWith('http:') || isLoopbackHttp(uri))
    if (code !== undefined && IMPLICIT_HTTP_RULES.has(code) && https) return
    invalidate.call(this, message, code)
  }
}

/** A client may register with the scopes of any API; the library knows only those of OpenID Connect. */
export function allowApiScopes(provider: Provider, isKnown: (scope: string) => boolean): void {
  clientClass(provider).Schema.prototype.scopes = function checkScopes() {
    if (!this.scope) return
    const scopes = [...new Set(this.scope.split(' '))]
    const unknown = scopes.find((scope) => !isKnown(scope))
    if (unknown !== undefined)
      this.invalidate(`scope "${unknown}" is neither one of OpenID Connect nor of any API here`)
    this.scope = scopes.join(' ')
  }
}

export interface RedirectRule {
  (client: unknown, uri: string, registered: 'redirect_uris' | 'post_logout_redirect_uris'): boolean
}

/** Lets a rule accept an address that is not registered to the letter. */
export function widenRedirects(provider: Provider, accepts: RedirectRule): void {
  const { prototype } = clientClass(provider)
  const { redirectUriAllowed, postLogoutRedirectUriAllowed } = prototype
  prototype.redirectUriAllowed = function allowed(uri) {
    return redirectUriAllowed.call(this, uri) || accepts(this, uri, 'redirect_uris')
  }
  prototype.postLogoutRedirectUriAllowed = function allowed(uri) {
    return postLogoutRedirectUriAllowed.call(this, uri) || accepts(this, uri, 'post_logout_redirect_uris')
  }
}

interface ContextClass {
  readonly prototype: {
    route: string
    params: { prompt?: string; token?: string }
    result?: Record<string, unknown>
    entity(key: string, value: unknown): void
    promptPending(name: string): boolean
  }
}

/**
 * The library drops `offline_access` unless `prompt=consent` is sent along, as OpenID Connect Core section 11 has it.
 * Most applications in the field do not send it, so the scope check is told that consent was asked for, and only it:
 * whether the page is really shown is decided from what was sent.
 */
export function grantOfflineAccessWithoutPrompt(provider: Provider): void {
  const { prototype } = contextClass(provider)
  Object.defineProperty(prototype, 'prompts', {
    get(this: ContextClass['prototype']) {
      return new ConsentingPrompts(sentPrompts(this.params.prompt))
    },
  })
  prototype.promptPending = function promptPending(name) {
    const answered = this.route.endsWith('resume') && name in (this.result ?? {})
    return sentPrompts(this.params.prompt).includes(name) && !answered
  }
}

class ConsentingPrompts extends Set<string> {
  override has(prompt: string): boolean {
    return prompt === 'consent' || super.has(prompt)
  }
}

function sentPrompts(prompt: string | undefined): string[] {
  return prompt ? prompt.split(' ') : []
}

interface IdTokenClass {
  readonly prototype: {
    extra: Record<string, unknown>
    ctx?: KoaContextWithOIDC
    set(claim: string, value: unknown): void
    issue(options: object): Promise<string>
  }
}

/**
 * A hybrid response is signed by its ID token: `c_hash` for the code, and `s_hash` for the state (FAPI 1.0 Advanced
 * section 5.1), without which a client that takes the token for that signature refuses it. The library sends it for
 * the FAPI profile alone.
 */
export function hashStateWithCode(provider: Provider): void {
  const { prototype } = provider.IdToken as unknown as IdTokenClass
  const { issue } = prototype
  prototype.issue = function issueWithStateHash(options) {
    const state = this.ctx?.oidc.params?.['state']
    if ('c_hash' in this.extra && typeof state === 'string' && state !== '') this.set('s_hash', state)
    return issue.call(this, options)
  }
}

/** Runs when the client of a request is known, before anything is decided for it. */
export function onClientKnown(provider: Provider, listener: (ctx: KoaContextWithOIDC) => void): void {
  const { prototype } = contextClass(provider)
  const { entity } = prototype
  prototype.entity = function entityThenListener(
    this: ContextClass['prototype'] & { ctx: KoaContextWithOIDC },
    key,
    value,
  ) {
    entity.call(this, key, value)
    if (key === 'Client') listener(this.ctx)
  }
}

/** As short as a page of the issuer stays open; the next request with the cookie prolongs it like any other session. */
const NEW_SESSION = 3600

/**
 * The device page shown after an error brings a new secret for its form, made when the session has been written
 * already. For a browser without a session the library then fails; here the session begins with that page.
 */
export function beginSessionsWithErrorPages(provider: Provider): void {
  const { prototype } = provider.Session
  const { persist } = prototype
  prototype.persist = function persistOrBegin(
    this: { readonly id: string; exp?: number } & InstanceType<Provider['Session']>,
  ) {
    const ctx = Provider.ctx
    if (typeof this.exp === 'number' || !ctx) return persist.call(this)
    ctx.oidc.cookies.set(provider.cookieName('session'), this.id, instance(provider).configuration.cookies.long)
    return this.save(NEW_SESSION)
  }
}

export interface Login {
  readonly accountId: string
  readonly amr: string[]
  readonly acr: string
}

/**
 * Signs a browser in without an authorization request; the library does it at the end of one only. Another user's
 * session in that browser ends, and none keeps its id, so that nobody can have planted it.
 */
export async function signInBrowser(provider: Provider, ctx: Context, login: Login, ttl: number): Promise<void> {
  const present = await provider.Session.get(ctx)
  const isSame = present.accountId === login.accountId
  if (!isSame) await present.destroy()
  const session = isSame ? present : new provider.Session()
  session.loginAccount(login)
  if (isSame) session.resetIdentifier()
  await session.save(ttl)
  ctx.cookies.set(provider.cookieName('session'), session.jti, {
    ...instance(provider).configuration.cookies.long,
    expires: new Date(session.exp * 1000),
  })
}

/** Who is signed in to a browser. */
export async function accountOfBrowser(provider: Provider, ctx: Context): Promise<string | undefined> {
  return (await provider.Session.get(ctx)).accountId
}

/** What the library does with a client's metadata when the client first turns up. */
export async function validateClient(provider: Provider, metadata: object): Promise<void> {
  const { validate } = provider.Client as unknown as { validate(metadata: object): Promise<void> }
  // The library writes its defaults into what it is given.
  await validate.call(provider.Client, structuredClone(metadata))
}

function clientClass(provider: Provider): ClientClass {
  return provider.Client as unknown as ClientClass
}

function contextClass(provider: Provider): ContextClass {
  return provider.OIDCContext as unknown as ContextClass
}
