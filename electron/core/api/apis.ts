import { checkApi } from '#shared/contract/check-entities.ts'
import { apiSchema, type ApiFile } from '#shared/contract/api.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import { completeApi } from '#shared/contract/complete-config.ts'
import { quote } from '#shared/contract/finding.ts'
import type { Api } from '#shared/model/api.ts'

import { findReadable } from '../seed/seed.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { assertNoFindings, assertSameId, conflict, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { mergePatch } from './merge-patch.ts'
import { assertReferencesLive, dropDeadReferences } from './references.ts'
import { revokeOfApi } from './revoke.ts'
import { createTrial } from './try-api/create-trial.ts'
import { assertVersion, versionOf } from './version.ts'

export function apiHandlers(dependencies: ApiDependencies): Handlers<'apis'> {
  const { store, address } = dependencies
  const tryApi = createTrial(dependencies)

  function save(given: ApiFile, at: string) {
    assertNoFindings(checkApi({ entity: given, path: [at] }))
    const api = completeApi(given, store.settings.get().lifetimes.accessToken)
    assertReferencesLive(store, api)
    store.apis.put(api, 'management')
    return versionedApi(api)
  }

  return {
    'apis.list': () => ({ items: store.apis.list().map(showApi) }),
    'apis.get': ({ identifier }) => versionedApi(store.apis.get(identifier) ?? noApi(identifier)),
    'apis.create': ({ api }) =>
      commit(store, () => {
        if (findReadable(store.apis, api.identifier) !== undefined) throw alreadyThere(api.identifier)
        return save(api, 'api')
      }),
    'apis.replace': ({ identifier, api, ifVersion }) =>
      commit(store, () => {
        const before = findReadable(store.apis, identifier)
        assertVersion(ifVersion, before)
        assertSameId(api.identifier, identifier, 'api', 'identifier')
        const file = { ...api, identifier }
        assertNoFindings(checkShape(apiSchema, file, ['api']))
        return { ...save(file, 'api'), created: before === undefined }
      }),
    'apis.change': ({ identifier, changes, ifVersion }) =>
      commit(store, () => {
        const before = store.apis.get(identifier) ?? noApi(identifier)
        assertVersion(ifVersion, before)
        assertSameId(changes['identifier'], identifier, 'changes', 'identifier')
        const merged = mergePatch(before, changes)
        assertNoFindings(checkShape(apiSchema, merged, ['changes']))
        return save(apiSchema.parse(merged), 'changes')
      }),
    'apis.remove': ({ identifier, ifVersion }) =>
      commit(store, () => {
        assertVersion(ifVersion, findReadable(store.apis, identifier))
        if (!store.apis.remove(identifier)) noApi(identifier)
        return { revoked: revokeOfApi(store, address, identifier), clients: [...dropDeadReferences(store)] }
      }),
    'apis.try': ({ identifier, trial }) => tryApi(store.apis.get(identifier) ?? noApi(identifier), trial),
  }
}

function noApi(identifier: string): never {
  throw notFound(
    'API',
    identifier,
    'List the APIs to see which there are; in an address, the identifier is percent-encoded.',
  )
}

function alreadyThere(identifier: string) {
  return conflict(
    `The API ${quote(identifier)} is there already. Change it with PUT or PATCH, or take another identifier.`,
  )
}

function versionedApi(api: Api) {
  return { version: versionOf(api), value: showApi(api) }
}

export function showApi(api: Api) {
  return { ...api, scopes: [...api.scopes], authorizationDetailsTypes: [...api.authorizationDetailsTypes] }
}
