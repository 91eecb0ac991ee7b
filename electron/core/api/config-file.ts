import { clientSchema, type ClientFile } from '#shared/contract/client.ts'
import type { ConfigFile } from '#shared/contract/config.ts'
import type { Api } from '#shared/model/api.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { User } from '#shared/model/user.ts'

import { showApi } from './apis.ts'

export interface Exported {
  readonly users: readonly User[]
  readonly apis: readonly Api[]
  readonly clients: readonly ClientMetadata[]
  readonly settings: Partial<Settings>
}

/** As a config file has it; `scenarios` is empty since what they brought is named already. */
export function buildConfigFile({ users, apis, clients, settings }: Exported, secrets: boolean): ConfigFile {
  const { lifetimes, policies, features, metadataDocuments, retention } = settings
  return {
    scenarios: [],
    users: users.map((user) => exportUser(user, secrets)),
    apis: apis.map(showApi),
    clients: clients.flatMap((metadata) => exportClient(metadata, secrets) ?? []),
    ...(lifetimes && { lifetimes }),
    ...(policies && { policies }),
    ...(features && { features }),
    ...(metadataDocuments && { metadataDocuments }),
    ...(retention && { retention }),
  }
}

function exportUser({ username, password, claims, secondFactor }: User, secrets: boolean) {
  return {
    username,
    ...(secrets && { password }),
    claims,
    ...(secrets && secondFactor !== undefined && { secondFactor }),
  }
}

/** A client that registered itself may have brought members that a config file has no name for; they stay out. */
function exportClient(metadata: ClientMetadata, secrets: boolean): ClientFile | undefined {
  const whole = clientSchema.safeParse(metadata)
  const clean = whole.success ? whole : clientSchema.safeParse(withoutRefused(metadata, whole.error.issues))
  if (!clean.success) return undefined
  const { client_secret, ...shown } = clean.data
  return { ...shown, ...(secrets && client_secret !== undefined && { client_secret }) }
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
}

function withoutRefused(metadata: ClientMetadata, issues: readonly Issue[]): object {
  const refused = new Set(issues.flatMap(({ path, keys = [] }) => (path.length > 0 ? [String(path[0])] : keys)))
  return Object.fromEntries(Object.entries(metadata).filter(([member]) => !refused.has(member)))
}
