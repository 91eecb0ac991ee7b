import type { Context, Middleware } from 'koa'

import { ROUTES } from '#shared/oauth/protocol.ts'

import type { ShowPage } from '../show-page.ts'

const METHODS: Readonly<Record<string, string>> = {
  [ROUTES.authorization]: 'GET, POST',
  [ROUTES.token]: 'POST',
  [ROUTES.userinfo]: 'GET, POST',
  [ROUTES.jwks]: 'GET',
  [ROUTES.introspection]: 'POST',
  [ROUTES.revocation]: 'POST',
  [ROUTES.pushed_authorization_request]: 'POST',
  [ROUTES.device_authorization]: 'POST',
  [ROUTES.code_verification]: 'GET, POST',
  [ROUTES.backchannel_authentication]: 'POST',
  [ROUTES.registration]: 'POST',
  [ROUTES.end_session]: 'GET, POST',
  '/.well-known/openid-configuration': 'GET',
  '/.well-known/oauth-authorization-server': 'GET',
}

/** What no route took: an address of the issuer with another method, or no address of the issuer at all. */
export function createNotFound(showPage: ShowPage, issuer: string): Middleware {
  return async (ctx, next) => {
    await next()
    if (ctx.status !== 404 || ctx.body !== undefined) return
    if (ctx.path === '/') return welcome(ctx, showPage, issuer)
    const allowed = METHODS[ctx.path]
    await (allowed === undefined ? notFound(ctx, showPage, issuer) : methodNotAllowed(ctx, showPage, allowed))
  }
}

/** Somebody typed the address into a browser. */
async function welcome(ctx: Context, showPage: ShowPage, issuer: string): Promise<void> {
  const discovery = `${issuer}/.well-known/openid-configuration`
  await answer(ctx, 200, { issuer, discovery }, () =>
    showPage(ctx, {
      kind: 'message',
      title: 'The issuer is running',
      text: [
        ['Applications use it as ', { code: issuer }, ' and find all else in its discovery document.'],
        [
          'A device that shows a code is signed in at the second link, a request from another device answered at the third.',
        ],
      ],
      links: [
        { label: 'Open the discovery document', href: discovery },
        { label: 'Enter a device code', href: `${issuer}/device` },
        { label: 'Answer a request', href: `${issuer}/approvals` },
      ],
    }),
  )
}

async function methodNotAllowed(ctx: Context, showPage: ShowPage, allowed: string): Promise<void> {
  const message = `${ctx.path} takes ${allowed.replace(', ', ' or ')}, not ${ctx.method}.`
  await answer(ctx, 405, { error: 'invalid_request', error_description: message }, () =>
    showPage(ctx, { kind: 'message', title: 'Not with this method', text: [[message]], links: [] }),
  )
  ctx.set('allow', allowed)
}

async function notFound(ctx: Context, showPage: ShowPage, issuer: string): Promise<void> {
  const discovery = `${issuer}/.well-known/openid-configuration`
  const description = `Nothing is served at ${ctx.path.slice(0, 200)}. The addresses of this issuer are listed at ${discovery}`
  await answer(ctx, 404, { error: 'not_found', error_description: description }, () =>
    showPage(ctx, {
      kind: 'message',
      title: 'Nothing is served here',
      text: [
        [
          'This is an OAuth 2.0 and OpenID Connect issuer. ',
          { code: ctx.path.slice(0, 200) },
          ' is none of its addresses.',
        ],
        ['Applications find them all in its discovery document.'],
      ],
      links: [{ label: 'Open the discovery document', href: discovery }],
    }),
  )
}

async function answer(ctx: Context, status: number, body: object, page: () => Promise<void>): Promise<void> {
  if (ctx.accepts('json', 'html') === 'html') await page()
  else ctx.body = body
  ctx.status = status
}
