import type { Context } from 'koa'
import type { Client as OidcClient, Interaction, InteractionResults, Provider } from 'oidc-provider'

import type { Store } from '../../store/store.ts'
import type { ShowPage } from '../show-page.ts'

export interface InteractionDependencies {
  readonly provider: Provider
  readonly store: Store
  readonly showPage: ShowPage
  readonly now: () => number
}

/** One prompt of one authorization request, with all that its page and its answer need. */
export interface PromptRequest extends InteractionDependencies {
  readonly ctx: Context
  readonly interaction: Interaction
  readonly client: OidcClient
}

/** A prompt shows its page, and turns what the page posts into a result or the page again. */
export interface PromptHandler {
  readonly show: (request: PromptRequest) => Promise<void>
  readonly submit: (request: PromptRequest, form: URLSearchParams) => Promise<void>
}

export async function finish({ provider, ctx }: PromptRequest, result: InteractionResults): Promise<void> {
  const returnTo = await provider.interactionResult(ctx.req, ctx.res, result)
  ctx.status = 303
  ctx.redirect(returnTo)
}

/** The person said no: the application is told with the protocol's own error. */
export function refuse(request: PromptRequest, error_description: string): Promise<void> {
  return finish(request, { error: 'access_denied', error_description })
}
