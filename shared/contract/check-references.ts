import { OIDC_SCOPES, splitScope } from '#shared/oauth/scope.ts'

import type { ClientFile } from './client.ts'
import { buildSuggestion, quote, type Finding, type Path } from './finding.ts'
import type { KnownApi } from './known-names.ts'

/** Whether what a client names is there: its default API, its scopes, its types of authorization details. */
export function checkReferences(client: ClientFile, apis: readonly KnownApi[], at: Path): readonly Finding[] {
  const { scope, valetkey, authorization_details_types } = client
  const scopes = [...OIDC_SCOPES, ...apis.flatMap((api) => api.scopes.map(({ name }) => name))]
  const types = apis.flatMap((api) => api.authorizationDetailsTypes)
  return [
    ...checkNames(valetkey?.defaultApi === undefined ? [] : [valetkey.defaultApi], {
      path: [...at, 'valetkey', 'defaultApi'],
      known: apis.map(({ identifier }) => identifier),
      expected: 'the identifier of an API in this file, in a scenario that is loaded or in the data directory',
    }),
    ...checkNames(splitScope(scope), {
      path: [...at, 'scope'],
      known: scopes,
      expected: 'scopes of OpenID Connect or of an API',
    }),
    ...checkNames(authorization_details_types ?? [], {
      path: [...at, 'authorization_details_types'],
      known: types,
      expected: 'a type that some API has in authorizationDetailsTypes',
    }),
  ]
}

interface Reference {
  readonly path: Path
  readonly known: readonly string[]
  readonly expected: string
}

function checkNames(names: readonly string[], { path, known, expected }: Reference): readonly Finding[] {
  const unknown = names.filter((name) => !known.includes(name))
  return unknown.map((name) => buildSuggestion(path, `the unknown ${quote(name)}`, name, known, expected))
}
