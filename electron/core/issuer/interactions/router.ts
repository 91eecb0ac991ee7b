import type { Context, Middleware } from 'koa'
import { errors } from 'oidc-provider'

import { explainAuthorizationError } from '#shared/teach/error-lessons.ts'

import type { Annotate } from '../annotate.ts'
import { answerApproval, showApprovals } from './approvals.ts'
import { consent } from './consent.ts'
import { readForm } from './form-body.ts'
import type { PromptHandler, PromptRequest } from './interaction.ts'
import { secondFactor } from './second-factor.ts'
import { signIn } from './sign-in.ts'
import { openSignInLink, showSignedIn, type SignInAsDependencies } from './sign-in-as.ts'
import { SIGN_IN_LINK } from './sign-in-links.ts'

const PROMPTS: Readonly<Record<string, PromptHandler>> = { login: signIn, second_factor: secondFactor, consent }

const INTERACTION = /^\/interaction\/[\w-]{1,100}$/
const APPROVALS = '/approvals'

export interface RouterOptions extends SignInAsDependencies {
  readonly screens: string
  readonly annotate: Annotate
}

/** The pages that are the issuer's own and not the protocol's. */
export function createInteractionRouter(options: RouterOptions): Middleware {
  return (ctx, next) => {
    if (INTERACTION.test(ctx.path)) return guard(ctx, options, () => handleInteraction(ctx, options))
    if (ctx.path === APPROVALS) return guard(ctx, options, () => handleApprovals(ctx, options))
    if (ctx.path === SIGN_IN_LINK) return guard(ctx, options, () => showSignedIn(ctx, options))
    if (ctx.path.startsWith(`${SIGN_IN_LINK}/`)) return guard(ctx, options, () => openSignInLink(ctx, options))
    return next()
  }
}

async function handleInteraction(ctx: Context, options: RouterOptions): Promise<void> {
  const request = await openPrompt(ctx, options)
  const handler = PROMPTS[request.interaction.prompt.name]
  if (!handler) throw new Error(`no page answers the prompt ${request.interaction.prompt.name}`)
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return handler.show(request)
  return withForm(ctx, options, (form) => handler.submit(request, form))
}

async function handleApprovals(ctx: Context, options: RouterOptions): Promise<void> {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return showApprovals(ctx, options)
  return withForm(ctx, options, (form) => answerApproval(ctx, options, form))
}

async function withForm(ctx: Context, options: RouterOptions, use: (form: URLSearchParams) => Promise<void>) {
  if (ctx.method !== 'POST') {
    ctx.set('allow', 'GET, POST')
    return showMessage(ctx, options, 405, `This page takes GET or POST, not ${ctx.method}.`)
  }
  const body = await readForm(ctx, [options.provider.issuer])
  return body.kind === 'form' ? use(body.values) : showMessage(ctx, options, body.status, body.message)
}

async function showMessage(ctx: Context, { showPage }: RouterOptions, status: number, message: string): Promise<void> {
  await showPage(ctx, { kind: 'message', title: 'This form was not taken', text: [[message]], links: [] })
  ctx.status = status
}

/** The cookie says whose prompt this is; a copied address is worth nothing in another browser. */
async function openPrompt(ctx: Context, options: RouterOptions): Promise<PromptRequest> {
  const interaction = await options.provider.interactionDetails(ctx.req, ctx.res)
  if (interaction.uid !== ctx.path.split('/')[2]) {
    throw new errors.SessionNotFound('interaction session id cookie and address mismatch')
  }
  const { Client } = options.provider as unknown as {
    Client: { find(id: unknown): Promise<PromptRequest['client'] | undefined> }
  }
  const client = await Client.find(interaction.params['client_id'])
  if (!client) throw new errors.InvalidClient('client is invalid', 'client was removed while its page was open')
  options.annotate(ctx.req, {
    client_id: client.clientId,
    user: interaction.session?.accountId ?? interaction.lastSubmission?.login?.accountId,
    keys: [`interaction:${interaction.cid}`],
  })
  return { ...options, ctx, interaction, client }
}

async function guard(ctx: Context, options: RouterOptions, handle: () => Promise<void>): Promise<void> {
  try {
    await handle()
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error
    const lesson = explainAuthorizationError({
      error: error.message,
      description: error.error_description,
      reason: error.error_detail,
      endpoint: 'interaction',
      params: {},
      knownClients: [],
      screens: options.screens,
    })
    await options.showPage(ctx, { kind: 'error', lesson })
    ctx.status = error.statusCode
  }
}
