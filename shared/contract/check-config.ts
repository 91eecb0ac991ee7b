import { apiSchema, type ApiFile } from './api.ts'
import { checkClient } from './check-client.ts'
import { checkApi, checkUnique, checkUser } from './check-entities.ts'
import { checkReferences } from './check-references.ts'
import { checkShape } from './check-shape.ts'
import { clientSchema, type ClientFile } from './client.ts'
import { configFileSchema } from './config.ts'
import { buildSuggestion, quote, type Finding } from './finding.ts'
import type { KnownApi, KnownNames } from './known-names.ts'
import { listOf, pickValid, type Picked, type Placed } from './pick-valid.ts'
import { userSchema } from './user.ts'

/** All that is wrong with a config file. One bad entity does not hide what is wrong with the others. */
export function checkConfig(value: unknown, known: KnownNames): readonly Finding[] {
  const users = pickValid(value, 'users', userSchema)
  const apis = pickValid(value, 'apis', apiSchema)
  const clients = pickValid(value, 'clients', clientSchema)
  return [
    ...checkShape(configFileSchema, value),
    ...checkScenarios(value, known),
    ...checkUnique(users.valid, ({ username }) => username, 'username'),
    ...users.valid.flatMap(checkUser),
    ...checkUnique(apis.valid, ({ identifier }) => identifier, 'identifier'),
    ...apis.valid.flatMap(checkApi),
    ...checkUnique(clients.valid, ({ client_id }) => client_id, 'client_id'),
    ...clients.valid.flatMap(({ entity, path }) => checkClient(entity, path)),
    ...checkAllReferences(value, clients, apis, known),
  ]
}

/** With an API or the list of scenarios unreadable, nobody knows what a client may refer to. */
function checkAllReferences(value: unknown, clients: Picked<ClientFile>, apis: Picked<ApiFile>, known: KnownNames) {
  const unsure = !apis.complete || !listOf(value, 'scenarios').every((id) => isKnownScenario(id, known))
  if (unsure) return []
  const within = apisWithin(value, apis.valid, known)
  return clients.valid.flatMap(({ entity, path }) => checkReferences(entity, within, path))
}

function checkScenarios(value: unknown, { scenarios }: KnownNames): readonly Finding[] {
  const ids = Object.keys(scenarios)
  return listOf(value, 'scenarios').flatMap((id, index) => {
    if (typeof id !== 'string' || id === '' || Object.hasOwn(scenarios, id)) return []
    const expected = `one of ${ids.map(quote).join(', ')}`
    return [buildSuggestion(['scenarios', index], `the unknown scenario ${quote(id)}`, id, ids, expected)]
  })
}

function isKnownScenario(id: unknown, { scenarios }: KnownNames): boolean {
  return typeof id === 'string' && Object.hasOwn(scenarios, id)
}

function apisWithin(value: unknown, own: readonly Placed<ApiFile>[], known: KnownNames): readonly KnownApi[] {
  const named = listOf(value, 'scenarios').map(String)
  const all = typeof value === 'object' && value !== null && !Object.hasOwn(value, 'scenarios')
  return [
    ...own.map(({ entity }) => asKnownApi(entity)),
    ...(known.apis ?? []),
    ...Object.entries(known.scenarios).flatMap(([id, apis]) => (all || named.includes(id) ? apis : [])),
  ]
}

function asKnownApi({ identifier, scopes = [], authorizationDetailsTypes = [] }: ApiFile): KnownApi {
  return { identifier, scopes, authorizationDetailsTypes }
}
