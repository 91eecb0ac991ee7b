/** The pages that oidc-provider asks for by a hook: device, logout and errors. */
import { type Client as OidcClient, errors, type KoaContextWithOIDC, type ErrorOut } from 'oidc-provider'

import { explainAuthorizationError } from '#shared/teach/error-lessons.ts'

import type { Store } from '../../store/store.ts'
import { accountView, clientView } from '../interactions/views.ts'
import type { ShowPage } from '../show-page.ts'

export interface PageHooks {
  readonly showPage: ShowPage
  readonly store: Store
  readonly screens: string
}

export function devicePages({ showPage }: PageHooks) {
  return {
    userCodeInputSource: (ctx: KoaContextWithOIDC, _form: string, _out?: ErrorOut, error?: Error) =>
      showPage(ctx, {
        kind: 'device-code',
        action: ctx.oidc.urlFor('code_verification'),
        xsrf: xsrfOf(ctx),
        userCode: typedCode(error),
        error: error && explainDeviceError(error),
      }),
    userCodeConfirmSource: (
      ctx: KoaContextWithOIDC,
      _form: string,
      client: OidcClient,
      deviceInfo: Readonly<Record<string, unknown>>,
      userCode: string,
    ) =>
      showPage(ctx, {
        kind: 'device-confirm',
        action: ctx.oidc.urlFor('code_verification'),
        xsrf: xsrfOf(ctx),
        userCode,
        client: clientView(client),
        deviceInfo: { ip: text(deviceInfo['ip']), userAgent: text(deviceInfo['ua']) },
      }),
    successSource: (ctx: KoaContextWithOIDC) =>
      showPage(ctx, { kind: 'device-done', client: clientView(assertClient(ctx)) }),
  }
}

export function logoutPages({ showPage, store }: PageHooks) {
  return {
    logoutSource: (ctx: KoaContextWithOIDC) => {
      const { client, session } = ctx.oidc
      return showPage(ctx, {
        kind: 'sign-out',
        action: ctx.oidc.urlFor('end_session_confirm'),
        xsrf: xsrfOf(ctx),
        client: client && clientView(client),
        user: session?.accountId ? accountView(store, session.accountId) : undefined,
      })
    },
    postLogoutSuccessSource: (ctx: KoaContextWithOIDC) =>
      showPage(ctx, { kind: 'signed-out', client: ctx.oidc.client && clientView(ctx.oidc.client) }),
  }
}

/** An error that must not, or cannot, go back to the application becomes a lesson. */
export function createRenderError({ showPage, store, screens }: PageHooks) {
  return async (ctx: KoaContextWithOIDC, out: ErrorOut, error: Error) => {
    const client = ctx.oidc.client ?? (await findClient(ctx))
    const lesson = explainAuthorizationError({
      error: out.error,
      description: out.error_description,
      reason: reasonOf(error),
      endpoint: ctx.oidc.route,
      params: sentParams(ctx),
      client: client && registeredValues(client),
      knownClients: store.clients.list().map(({ metadata }) => metadata),
      screens,
    })
    await showPage(ctx, { kind: 'error', lesson })
  }
}

function registeredValues(client: OidcClient) {
  return {
    client_id: client.clientId,
    client_name: client.clientName,
    application_type: client.applicationType,
    redirect_uris: client.redirectUris ?? [],
    post_logout_redirect_uris: client.postLogoutRedirectUris ?? [],
    grant_types: client.grantTypes ?? [],
    response_types: client.responseTypes ?? [],
    token_endpoint_auth_method: client.clientAuthMethod,
  }
}

async function findClient(ctx: KoaContextWithOIDC): Promise<OidcClient | undefined> {
  const { client_id } = sentParams(ctx)
  if (client_id === undefined) return undefined
  try {
    const { Client } = ctx.oidc.provider as unknown as { Client: { find(id: string): Promise<OidcClient | undefined> } }
    return await Client.find(client_id)
  } catch {
    return undefined
  }
}

/** What was sent, each parameter once and as text; a repeated one is shown joined. */
function sentParams(ctx: KoaContextWithOIDC): Record<string, string> {
  const sent = ctx.method === 'POST' ? { ...ctx.query, ...ctx.oidc.body } : ctx.query
  const params = { ...sent, ...definedParams(ctx) }
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      if (typeof value === 'string') return [[name, value]]
      return Array.isArray(value) ? [[name, value.join(', ')]] : []
    }),
  )
}

/** Parameters that came by PAR or in a request object stand in no query. */
function definedParams(ctx: KoaContextWithOIDC): Record<string, unknown> {
  return Object.fromEntries(Object.entries(ctx.oidc.params ?? {}).filter(([, value]) => value !== undefined))
}

function reasonOf(error: Error): string | undefined {
  return error instanceof errors.OIDCProviderError ? error.error_detail : undefined
}

const DEVICE_ERRORS: Readonly<Record<string, string>> = {
  NoCodeError: 'Enter the code that the device shows.',
  NotFoundError: 'No device is waiting with this code. Compare it letter by letter.',
  ExpiredError: 'This code has expired. Start again on the device to get a new one.',
  AlreadyUsedError: 'This code has been used already. Start again on the device to get a new one.',
  AbortedError: 'The device was not signed in. You can close this page.',
}

function explainDeviceError(error: Error): string {
  if (error instanceof errors.OIDCProviderError) return error.error_description ?? error.message
  return DEVICE_ERRORS[error.name] ?? 'This did not work. Start again on the device.'
}

function xsrfOf(ctx: KoaContextWithOIDC): string {
  const secret = ctx.oidc.session?.state?.['secret']
  return typeof secret === 'string' ? secret : ''
}

/** An error of the device page carries the code as it was typed. */
function typedCode(error: Error | undefined): string | undefined {
  return error && 'userCode' in error ? text(error.userCode) : undefined
}

function assertClient(ctx: KoaContextWithOIDC): OidcClient {
  if (!ctx.oidc.client) throw new Error('the device flow answered without a client')
  return ctx.oidc.client
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
