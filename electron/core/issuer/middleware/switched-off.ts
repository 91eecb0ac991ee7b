/**
 * What is switched off in the settings. oidc-provider leaves out the routes; here is said why nothing is there. A sign-in
 * that began before is looked at again when it goes on: the library has looked at the request already, and would fail
 * where it needs what is gone.
 */
import type { Context, Middleware } from 'koa'
import type { Provider } from 'oidc-provider'

import type { Feature, Features } from '#shared/model/features.ts'
import { ROUTES } from '#shared/oauth/protocol.ts'

import { isTypeOn } from '../configuration/what-is-on.ts'
import type { ShowPage } from '../show-page.ts'

const FEATURE_OF_PATH: Readonly<Record<string, Feature>> = {
  [ROUTES.userinfo]: 'userinfo',
  [ROUTES.introspection]: 'introspection',
  [ROUTES.revocation]: 'revocation',
  [ROUTES.pushed_authorization_request]: 'pushedAuthorizationRequests',
  [ROUTES.device_authorization]: 'deviceFlow',
  [ROUTES.code_verification]: 'deviceFlow',
  [ROUTES.backchannel_authentication]: 'ciba',
  '/approvals': 'ciba',
  [ROUTES.registration]: 'registration',
  [ROUTES.end_session]: 'rpInitiatedLogout',
}

const RESUME = /^\/authorize\/([^/]+)$/

export interface SwitchedOffParts {
  readonly provider: Provider
  readonly features: Features
  readonly showPage: ShowPage
}

export function explainSwitchedOff({ provider, features, showPage }: SwitchedOffParts): Middleware {
  if (Object.values(features).every(Boolean)) return (_ctx, next) => next()

  return async (ctx, next) => {
    const feature = featureOf(ctx.path)
    if (feature !== undefined && !features[feature]) {
      return refuse(
        ctx,
        showPage,
        404,
        'not_found',
        `${ctx.path.slice(0, 200)} is switched off in the issuer’s settings.`,
      )
    }
    const [, uid] = RESUME.exec(ctx.path) ?? []
    const missing = uid === undefined ? undefined : await findMissing(provider, uid, features)
    if (missing === undefined) return next()
    const message = `This sign-in asked for ${missing}, which has been switched off in the issuer’s settings since.`
    return refuse(ctx, showPage, 400, 'invalid_request', message)
  }
}

function featureOf(path: string): Feature | undefined {
  const [, first = ''] = path.split('/')
  return FEATURE_OF_PATH[`/${first}`]
}

async function findMissing(provider: Provider, uid: string, features: Features): Promise<string | undefined> {
  const { params } = (await provider.Interaction.find(uid)) ?? {}
  const { response_type: type = '', response_mode: mode = '' } = (params ?? {}) as Record<string, string | undefined>
  if (!features.jwtResponseModes && mode.endsWith('jwt')) return `response_mode ${mode}`
  return type === '' || isTypeOn(type, features) ? undefined : `response_type ${type}`
}

async function refuse(
  ctx: Context,
  showPage: ShowPage,
  status: number,
  error: string,
  error_description: string,
): Promise<void> {
  if (ctx.accepts('json', 'html') === 'html') {
    await showPage(ctx, { kind: 'message', title: 'Switched off', text: [[error_description]], links: [] })
  } else {
    ctx.body = { error, error_description }
  }
  ctx.status = status
}
