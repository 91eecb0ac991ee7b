import type { TokenDetail, tokenCalls, TokenView } from '#shared/contract/calls/tokens.ts'
import { TOKEN_KINDS } from '#shared/contract/calls/tokens.ts'
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { conflict, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { explainFalls, revokeToken } from './tokens/falls.ts'
import { createForgeries } from './tokens/forgeries.ts'
import { forge } from './tokens/forge.ts'
import { findMaker, listTokens } from './tokens/list-tokens.ts'
import { type Found, lookUp } from './tokens/lookup-token.ts'
import { readIssued } from './tokens/read-issued.ts'
import { findByHash, TOKEN_MODELS } from './tokens/stored-tokens.ts'
import { createTry } from './tokens/try-token.ts'
import { type TokenFacts, viewIssued, viewStored } from './tokens/view-token.ts'
import { versionOf } from './version.ts'

const DEFAULT_LIMIT = 100
/** Of those that carried a token, the newest are shown; the traffic's own search has the rest. */
const USES = 50

export function tokenHandlers(dependencies: ApiDependencies): Pick<Handlers, keyof typeof tokenCalls> {
  const { store, recorder, issuer } = dependencies
  const forgeries = createForgeries(store.records)
  const parts = { store, recorder, isRevoked: issuer.isRevoked, findMark: forgeries.find }
  const tryToken = createTry(dependencies)

  async function find(id: string): Promise<Found> {
    const found = (await findIssued(id)) ?? (await findKept(id))
    if (found) return found
    throw notFound(
      'token',
      id,
      'Its exchange may have been deleted. Look it up by the token itself, or list the tokens.',
    )
  }

  async function findIssued(id: string): Promise<Found | undefined> {
    const [number, kind] = id.split('.')
    if (!/^\d{1,15}$/.test(number ?? '') || !TOKEN_KINDS.some((known) => known === kind)) return undefined
    const maker = await recorder.get(Number(number))
    const issued = maker && readIssued(maker).find((given) => given.kind === kind)
    return issued && { view: viewIssued(parts, issued), maker }
  }

  async function findKept(id: string): Promise<Found | undefined> {
    const [name, hash] = id.split('.')
    const model = TOKEN_MODELS.find((known) => known === name)
    const stored = model === undefined || hash === undefined ? undefined : findByHash(store.records, model, hash)
    if (!stored) return undefined
    return { view: viewStored(parts, stored), maker: await findMaker(recorder, stored.token) }
  }

  return {
    'tokens.list': async ({ limit = DEFAULT_LIMIT, secrets = false, ...request }) => {
      const { items, next } = await listTokens(parts, request, limit)
      return { items: items.map((view) => show(view, secrets)), ...(next !== undefined && { next }) }
    },
    'tokens.get': async ({ id, secrets = false }) => {
      const { view, maker } = await find(id)
      const { items } = await recorder.page({ search: view.token, limit: USES + 1 })
      const detail: TokenDetail = {
        ...show(view, secrets),
        ...(maker && { madeBy: summarize(maker) }),
        usedBy: items.filter((exchange) => exchange.id !== maker?.id).slice(0, USES),
        falls: explainFalls(store, view),
      }
      return { version: versionOf(detail), value: detail }
    },
    'tokens.revoke': async ({ id, grant = false }) => {
      const { view } = await find(id)
      if (view.kind === 'id_token' && !grant) {
        throw conflict('An ID token cannot be revoked: nobody asks the issuer about it. End the grant or the session.')
      }
      return commit(store, () => ({ revoked: revokeToken(store, view, grant) }))
    },
    'tokens.lookup': async ({ presented: { token } }) => {
      const found = await lookUp(dependencies, parts, token)
      const forged = forgeries.find(token)
      return {
        ...(found && { issued: show(found.view, false) }),
        ...(found?.maker && { madeBy: summarize(found.maker) }),
        ...(forged && { forged }),
      }
    },
    'tokens.introspect': ({ presented: { token } }) => issuer.introspect(token),
    'tokens.forge': async ({ forgery }) => {
      const forged = await forge(store, forgery)
      const { with: signedWith } = forgery.signature
      const about = { with: signedWith, ...(forgery.about !== undefined && { about: forgery.about }) }
      return commit(store, () => ({ ...forged, mark: forgeries.add(forged.token, about) }))
    },
    'tokens.try': ({ attempt }) => tryToken(attempt),
    'tokens.preview': ({ choice }) => issuer.preview(choice),
  }
}

function show({ token, ...view }: TokenFacts, secrets: boolean): TokenView {
  return secrets ? { ...view, token } : view
}

function summarize(exchange: Exchange): ExchangeSummary {
  const { request: _request, response: _response, handover: _handover, remote: _remote, ...summary } = exchange
  return summary
}
