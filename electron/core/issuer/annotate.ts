import type { IncomingMessage } from 'node:http'

import type { Context, Middleware } from 'koa'
import { errors, type KoaContextWithOIDC, type OIDCContext, type Provider } from 'oidc-provider'

import type { ExchangeError } from '#shared/model/exchange.ts'

/** What the issuer alone knows of an exchange; whoever records it wants to know too. */
export interface IssuerAnnotation {
  readonly client_id?: string | undefined
  readonly user?: string | undefined
  readonly grantType?: string | undefined
  readonly error?: ExchangeError | undefined
  readonly keys?: readonly string[] | undefined
}

export type Annotate = (request: IncomingMessage, annotation: IssuerAnnotation) => void

/** Runs outermost: by then everything about the request is known that ever will be. */
export function annotateExchanges(annotate: Annotate): Middleware {
  return async (ctx, next) => {
    try {
      await next()
    } finally {
      const oidc = oidcOf(ctx)
      if (oidc) annotate(ctx.req, describe(oidc))
    }
  }
}

const ERROR_EVENTS = [
  'authorization.error',
  'backchannel.error',
  'backchannel_authentication.error',
  'code_verification.error',
  'device_authorization.error',
  'device_resume.error',
  'discovery.error',
  'end_session.error',
  'end_session_confirm.error',
  'end_session_success.error',
  'grant.error',
  'introspection.error',
  'jwks.error',
  'pushed_authorization_request.error',
  'registration_create.error',
  'registration_delete.error',
  'registration_read.error',
  'registration_update.error',
  'revocation.error',
  'server_error',
  'userinfo.error',
] as const

/** `error_detail` is the reason that clients never see; it is what a developer wants to see most. */
export function annotateErrors(provider: Provider, annotate: Annotate): void {
  for (const event of ERROR_EVENTS) {
    provider.on(event as 'server_error', (ctx: KoaContextWithOIDC, error: Error) => {
      if (ctx?.req) annotate(ctx.req, { error: describeError(error) })
    })
  }
}

function describeError(error: Error): ExchangeError {
  if (!(error instanceof errors.OIDCProviderError)) return { code: 'server_error', reason: error.message }
  const cause = error.cause instanceof Error ? error.cause.message : undefined
  return { code: error.message, description: error.error_description, reason: error.error_detail ?? cause }
}

function describe(oidc: OIDCContext): IssuerAnnotation {
  const { entities, session, params } = oidc
  const {
    Client: client,
    Account: account,
    Interaction: interaction,
    AccessToken: token,
    RefreshToken: refresh,
  } = entities
  const ofToken = account?.accountId ?? token?.accountId ?? refresh?.accountId
  const accountId = ofToken ?? session?.accountId ?? interaction?.session?.accountId
  const grantType = oidc.route === 'token' ? params?.['grant_type'] : undefined
  const keys = keysOf(oidc)
  return {
    ...(client && { client_id: client.clientId }),
    ...(accountId !== undefined && { user: accountId }),
    ...(typeof grantType === 'string' && { grantType }),
    ...(keys.length > 0 && { keys }),
  }
}

/** The recorder knows the kinds. `login` is a client's last sign-in in a session, which a logout without a hint ends. */
function keysOf({ entities, session }: OIDCContext): string[] {
  const { Client: client, Grant: grant, Interaction: interaction, AuthorizationCode: code } = entities
  const uid = session?.accountId === undefined ? undefined : session.uid
  return [
    ...(interaction?.cid === undefined ? [] : [`interaction:${interaction.cid}`]),
    // An encrypted response hides it from everybody else.
    ...(code?.jti === undefined ? [] : [`code:${code.jti}`]),
    ...(uid === undefined || !client ? [] : [`login:${uid} ${client.clientId}`]),
    ...(grant?.jti === undefined ? [] : [`grant:${grant.jti}`]),
    ...(uid === undefined ? [] : [`session:${uid}`]),
  ]
}

/** Only requests that reached a route of the protocol have it, and asking sets it up. */
function oidcOf(ctx: Context): OIDCContext | undefined {
  return '_matchedRouteName' in ctx ? (ctx as unknown as KoaContextWithOIDC).oidc : undefined
}
