import { randomBytes, randomUUID } from 'node:crypto'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import { checkClient } from '#shared/contract/check-client.ts'
import { checkReferences } from '#shared/contract/check-references.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import { clientSchema, type ClientFile } from '#shared/contract/client.ts'
import { completeClient } from '#shared/contract/complete-client.ts'
import { quote } from '#shared/contract/finding.ts'
import type { Client, ClientMetadata, Origin } from '#shared/model/client.ts'

import { findReadable } from '../seed/seed.ts'
import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { assertNoFindings, assertSameId, conflict, invalid, notFound, preconditionFailed } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { mergePatch } from './merge-patch.ts'
import { revokeOfClient } from './revoke.ts'
import { assertVersion, versionOf } from './version.ts'

type Deps = ApiDependencies

export function clientHandlers(deps: Deps): Handlers<'clients'> {
  const { store } = deps
  return {
    'clients.list': ({ origin, secrets }) => ({
      items: store.clients
        .list()
        .filter((client) => origin === undefined || client.origin === origin)
        .map((client) => showClient(client, secrets)),
    }),
    'clients.get': ({ client_id, secrets }) => versionedClient(findClient(deps, client_id), secrets),
    'clients.create': async ({ client: { meta: _meta, ...given } }) => {
      const client_id = given.client_id ?? randomUUID()
      const isFree = () => {
        if (findReadable(store.clients, client_id) === undefined) return
        throw conflict(
          `The client ${quote(client_id)} is there already. Change it with PUT or PATCH, or take another client_id.`,
        )
      }
      isFree()
      return saveClient(deps, { ...given, client_id }, 'client', isFree)
    },
    'clients.replace': async ({ client_id, client: { meta: _meta, ...given }, ifVersion }) => {
      const before = findReadable(store.clients, client_id)
      assertSameId(given.client_id, client_id, 'client')
      const file = keepSecret({ ...given, client_id }, before?.metadata)
      const saved = await saveClient(deps, file, 'client', (current) => assertVersion(ifVersion, current))
      return { ...saved, created: before === undefined }
    },
    'clients.change': async ({ client_id, changes, ifVersion }) => {
      const before = findClient(deps, client_id)
      const { meta: _meta, ...members } = changes
      assertSameId(members['client_id'], client_id, 'changes')
      const merged = mergePatch(before.metadata, members)
      assertNoFindings(checkShape(clientSchema, merged, ['changes']))
      // Merged from what was read above: whatever came in between must not be lost.
      const versions = [versionOf(before)]
      return saveClient(deps, clientSchema.parse(merged), 'changes', (current) => {
        assertVersion(ifVersion, current)
        assertVersion(versions, current)
      })
    },
    'clients.remove': ({ client_id, ifVersion }) =>
      commit(store, () => {
        const before = findReadable(store.clients, client_id)
        assertVersion(ifVersion, before)
        if (!store.clients.remove(client_id)) throw noClient(client_id)
        return { revoked: revokeOfClient(store, client_id) }
      }),
    'clients.rotateSecret': ({ client_id, ifVersion }) =>
      commit(store, () => {
        const { metadata, origin } = findClient(deps, client_id, ifVersion)
        if (metadata.client_secret === undefined) throw withoutSecret(client_id)
        const client_secret = makeSecret()
        store.clients.put({ ...metadata, client_secret }, origin)
        return versionedClient(findClient(deps, client_id), true)
      }),
    'clients.keep': ({ client_id, ifVersion }) =>
      commit(store, () => {
        const { metadata, origin } = findClient(deps, client_id, ifVersion)
        if (origin === 'permissive') store.clients.put(metadata, 'management')
        return versionedClient(findClient(deps, client_id))
      }),
  }
}

/** Checks what can be checked without the store's other writers, then looks again and writes in one go. */
async function saveClient(
  deps: Deps,
  given: ClientFile,
  at: string,
  assertCurrent: (current: Client | undefined) => void,
) {
  const { store, issuer } = deps
  const { file, made } = withNeededSecret(given)
  assertNoFindings([...checkClient(file, [at]), ...checkReferences(file, store.apis.list(), [at])])
  const metadata: ClientMetadata = completeClient(file)
  await issuer.validateClient(metadata).catch((error: unknown) => {
    throw explainRefusal(error, metadata, at)
  })
  return commit(store, () => {
    const current = findReadable(store.clients, metadata.client_id)
    assertCurrent(current)
    store.clients.put(metadata, originOf(current))
    return versionedClient(findClient(deps, metadata.client_id), made)
  })
}

/** One that was registered on sight would be learnt over again; edited by hand, it is kept. */
function originOf(before: Client | undefined): Origin {
  return before === undefined || before.origin === 'permissive' ? 'management' : before.origin
}

const SECRET_METHODS: ReadonlySet<unknown> = new Set(['client_secret_basic', 'client_secret_post', 'client_secret_jwt'])
const MACHINE_GRANTS: ReadonlySet<string> = new Set(['client_credentials', 'urn:openid:params:grant-type:ciba'])

function withNeededSecret(given: ClientFile): { readonly file: ClientFile; readonly made: boolean } {
  const hasKeys = given.jwks !== undefined || given.jwks_uri !== undefined
  const machine = given.grant_types?.some((grant) => MACHINE_GRANTS.has(grant)) === true && !hasKeys
  const method = given.token_endpoint_auth_method ?? (machine ? 'client_secret_basic' : undefined)
  const algs = [
    given.token_endpoint_auth_signing_alg,
    given.request_object_signing_alg,
    given.id_token_signed_response_alg,
  ]
  const needed = SECRET_METHODS.has(method) || algs.includes('HS256')
  if (!needed || given.client_secret !== undefined) return { file: given, made: false }
  const file = {
    ...given,
    ...(method !== undefined && { token_endpoint_auth_method: method }),
    client_secret: makeSecret(),
  }
  return { file, made: true }
}

/** It was not shown, so leaving it out of what comes back cannot mean that it should go. */
function keepSecret(given: ClientFile, before: ClientMetadata | undefined): ClientFile {
  const { token_endpoint_auth_method: method } = given
  const unused = method === 'none' || method === 'private_key_jwt'
  if (unused || given.client_secret !== undefined || before?.client_secret === undefined) return given
  return { ...given, client_secret: before.client_secret }
}

function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** oidc-provider's message begins with the member that it is about. */
function explainRefusal(error: unknown, metadata: ClientMetadata, at: string): unknown {
  if (!(error instanceof Error) || !('error_description' in error)) return error
  const message = String(error.error_description)
  const [member = ''] = message.split(' ')
  const path = Object.hasOwn(metadata, member) || Object.hasOwn(clientSchema.shape, member) ? `${at}.${member}` : at
  return invalid([{ path, message }])
}

function findClient({ store }: Deps, client_id: string, ifVersion?: readonly string[]): Client {
  const client = store.clients.get(client_id)
  assertVersion(ifVersion, client)
  if (client === undefined) throw noClient(client_id)
  return client
}

function noClient(client_id: string) {
  return notFound('client', client_id, 'List the clients to see which there are.')
}

function withoutSecret(client_id: string) {
  return preconditionFailed(
    `The client ${quote(client_id)} has no secret that could be changed. Give it a token_endpoint_auth_method that uses one, such as client_secret_basic, and one is made.`,
  )
}

function versionedClient(client: Client, secrets?: boolean): { version: string; value: ClientView } {
  return { version: versionOf(client), value: showClient(client, secrets) }
}

function showClient({ metadata, origin, createdAt, updatedAt }: Client, secrets = false): ClientView {
  const { client_secret, ...shown } = metadata
  return {
    ...shown,
    ...(secrets && client_secret !== undefined && { client_secret }),
    meta: { origin, createdAt, updatedAt },
  }
}
