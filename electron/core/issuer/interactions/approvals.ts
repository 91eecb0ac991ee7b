/** Where a person answers the requests that arrive by CIBA, as they would on their phone. */
import { randomBytes, timingSafeEqual } from 'node:crypto'

import type { Context } from 'koa'
import type { BackchannelAuthenticationRequest } from 'oidc-provider'

import { describeOidcScope, splitScope } from '#shared/oauth/scope.ts'

import { cookiePrefix } from '../configuration/cookies.ts'
import { approveRequest, CIBA_MODEL, denyRequest } from '../ciba.ts'
import { mountOf } from '../mount.ts'
import type { InteractionDependencies } from './interaction.ts'
import { accountView } from './views.ts'

function approvalsPath({ provider }: InteractionDependencies): string {
  return `${mountOf(provider.issuer)}/approvals`
}

export async function showApprovals(
  ctx: Context,
  dependencies: InteractionDependencies,
  notice?: string,
): Promise<void> {
  const { store, showPage, now } = dependencies
  const pending = await listPending(dependencies)
  await showPage(ctx, {
    kind: 'approvals',
    action: approvalsPath(dependencies),
    csrf: ensureCsrf(ctx, dependencies),
    notice,
    requests: pending.map((request) => ({
      id: request.jti,
      client: clientOf(dependencies, String(request.clientId)),
      user: accountView(store, String(request.accountId)),
      bindingMessage: bindingMessage(request),
      scopes: splitScope(request.scope).map((name) => ({ name, description: describe(dependencies, name) })),
      secondsLeft: Math.max(0, Math.floor(Number(request.exp) - now())),
    })),
  })
}

export async function answerApproval(
  ctx: Context,
  dependencies: InteractionDependencies,
  form: URLSearchParams,
): Promise<void> {
  if (!isOurForm(ctx, dependencies, form.get('csrf'))) {
    ctx.status = 403
    return showApprovals(ctx, dependencies, 'The form had expired. Please answer again.')
  }
  const pending = await listPending(dependencies)
  const request = pending.find(({ jti }) => jti === form.get('request'))
  if (!request) {
    ctx.status = 404
    return showApprovals(ctx, dependencies, 'This request has expired or was answered already.')
  }
  const approved = form.get('action') === 'approve'
  await (approved ? approveRequest(dependencies.provider, request) : denyRequest(dependencies.provider, request))
  return showApprovals(
    ctx,
    dependencies,
    approved ? 'Approved. The application gets its tokens with its next poll.' : 'Denied.',
  )
}

async function listPending({ provider, store }: InteractionDependencies): Promise<BackchannelAuthenticationRequest[]> {
  const ids = store.records.listIds(CIBA_MODEL)
  const found = await Promise.all(ids.map((id) => provider.BackchannelAuthenticationRequest.find(id)))
  return found.filter((request) => request !== undefined).filter(({ grantId, error }) => !grantId && !error)
}

function clientOf({ store }: InteractionDependencies, client_id: string) {
  const name = store.clients.get(client_id)?.metadata.client_name
  return { client_id, name: name ?? client_id }
}

function bindingMessage({ params }: BackchannelAuthenticationRequest): string | undefined {
  const message = params?.['binding_message']
  return typeof message === 'string' ? message : undefined
}

function describe({ store }: InteractionDependencies, name: string): string {
  const ofApi = store.apis.list().flatMap(({ scopes }) => scopes)
  return describeOidcScope(name) ?? ofApi.find((scope) => scope.name === name)?.description ?? name
}

function csrfCookie({ provider }: InteractionDependencies): string {
  return `${cookiePrefix(provider.issuer)}_approvals`
}

/** The page and a cookie carry the same random value; another site can send the form, but knows neither. */
function ensureCsrf(ctx: Context, dependencies: InteractionDependencies): string {
  const present = ctx.cookies.get(csrfCookie(dependencies))
  if (present) return present
  const made = randomBytes(24).toString('base64url')
  ctx.cookies.set(csrfCookie(dependencies), made, {
    path: approvalsPath(dependencies),
    sameSite: 'strict',
    httpOnly: true,
    signed: false,
  })
  return made
}

function isOurForm(ctx: Context, dependencies: InteractionDependencies, sent: string | null): boolean {
  const kept = Buffer.from(ctx.cookies.get(csrfCookie(dependencies)) ?? '')
  const given = Buffer.from(sent ?? '')
  return kept.length > 0 && kept.length === given.length && timingSafeEqual(kept, given)
}
