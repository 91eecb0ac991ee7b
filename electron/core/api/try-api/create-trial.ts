/** "Try it" of an API: a token is got for it as an application does, and the API is called with it. */
import type { Tried } from '#shared/contract/calls/apis.ts'
import { ValetKeyError } from '#shared/errors.ts'
import type { Api } from '#shared/model/api.ts'

import type { ApiDependencies } from '../dependencies.ts'
import { notFound } from '../failures.ts'
import { createForgeries } from '../tokens/forgeries.ts'
import { lookUp } from '../tokens/lookup-token.ts'
import { assertMayBeCalled, callAddress, type Trial } from './call-address.ts'
import { getToken } from './get-token.ts'

export function createTrial(dependencies: ApiDependencies) {
  const { store, recorder, issuer } = dependencies
  const parts = { store, recorder, isRevoked: issuer.isRevoked, findMark: createForgeries(store.records).find }

  return async function tryApi({ identifier }: Api, trial: Trial): Promise<Tried> {
    const { client_id, user, scope } = trial
    assertMayBeCalled(dependencies, trial)
    const client = store.clients.get(client_id)?.metadata
    if (client === undefined) throw notFound('client', client_id, 'List the clients to see which there are.')
    const { token, refused, exchanges } = await getToken(dependencies, { client, user, scope, resource: identifier })
    if (token === undefined) return { exchanges, ...(refused && { refused }) }
    const view = (await lookUp(dependencies, parts, token))?.view
    const got = {
      exchanges,
      token: {
        ...(view?.scope !== undefined && { scope: view.scope }),
        ...(view?.expiresAt !== undefined && { expires_in: Math.round(view.expiresAt - Date.now() / 1000) }),
        ...(view && { issued: view.id }),
      },
    }
    try {
      return { ...got, call: await callAddress(dependencies, trial, token) }
    } catch (error) {
      // That nobody answers is an outcome like another: the token was given all the same.
      if (error instanceof ValetKeyError) return { ...got, unreachable: error.message }
      throw error
    }
  }
}
