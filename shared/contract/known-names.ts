import type { Api } from '#shared/model/api.ts'

/** As much of an API as a client can refer to. */
export type KnownApi = Pick<Api, 'identifier' | 'scopes' | 'authorizationDetailsTypes'>

/** What a config file may name without defining it. */
export interface KnownNames {
  /** The APIs of each scenario, by the scenario's id. */
  readonly scenarios: Readonly<Record<string, readonly KnownApi[]>>
  /** Those that the store holds already. */
  readonly apis?: readonly KnownApi[] | undefined
}
