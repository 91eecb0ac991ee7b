import type { Found, FoundKind } from '#shared/contract/calls/find.ts'

import { SCENARIOS } from '../../seed/scenarios.ts'
import type { ChangedTable, Store } from '../../store/store.ts'

type Findable = Omit<Found, 'kind'>

interface Finder {
  readonly list: (store: Store) => readonly Findable[]
  /** What is listed holds until one of these changes; left out, it is listed each time. */
  readonly changesWith?: readonly ChangedTable[]
}

/** Of grants, which nobody tells of, the newest are looked through. */
const GRANTS = 1000

export const FINDERS: Readonly<Record<FoundKind, Finder>> = {
  clients: {
    changesWith: ['clients'],
    list: ({ clients }) =>
      clients.list().map(({ metadata: { client_id, client_name } }) => ({
        id: client_id,
        texts: client_name === undefined || client_name === '' ? [client_id] : [client_name, client_id],
        hint: client_id,
      })),
  },
  apis: {
    changesWith: ['apis'],
    list: ({ apis }) =>
      apis.list().map(({ identifier, name, scopes }) => ({
        id: identifier,
        texts: [name, identifier, ...scopes.map((scope) => scope.name)],
        hint: identifier,
      })),
  },
  users: {
    changesWith: ['users'],
    list: ({ users }) =>
      users.list().map(({ username, claims }) => {
        const texts = [claims['name'], username, claims['email']].filter((text) => typeof text === 'string')
        return { id: username, texts, hint: texts.at(-1) }
      }),
  },
  scenarios: {
    changesWith: ['scenarios'],
    list: ({ scenarios }) =>
      [...SCENARIOS, ...scenarios.list().map(({ scenario }) => scenario)].map(({ id, title, summary }) => ({
        id,
        texts: [title, id, summary],
        hint: summary,
      })),
  },
  keys: {
    changesWith: ['keys'],
    list: ({ keys }) => keys.list().map(({ kid, alg, state }) => ({ id: kid, texts: [kid, alg, state], hint: alg })),
  },
  grants: {
    list: (store) =>
      store.records.newest('Grant', { limit: GRANTS }).map(({ id, payload: { clientId, accountId } }) => {
        const client = store.clients.get(String(clientId))?.metadata.client_name ?? String(clientId)
        return { id, texts: [`${client}: ${String(accountId)}`, String(clientId), id], hint: String(clientId) }
      }),
  },
}
