import type { Api } from './api.ts'
import type { ClientMetadata, Origin } from './client.ts'
import type { Settings } from './settings.ts'
import type { User } from './user.ts'

/** What a person has saved as a scenario of their own: everything as it was, secrets included. */
export interface OwnScenario {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly clients: readonly Kept<ClientMetadata>[]
  readonly apis: readonly Kept<Api>[]
  readonly users: readonly Kept<User>[]
  /** How long traffic is kept is no part of a situation. */
  readonly settings: Omit<Settings, 'retention' | 'clock'>
}

/** With where it came from, so that it is again what it was. */
export interface Kept<Entity> {
  readonly entity: Entity
  readonly origin: Origin
}

/** With when it was saved first and last, in seconds since the epoch. */
export interface StoredScenario {
  readonly scenario: OwnScenario
  readonly createdAt: number
  readonly updatedAt: number
}
