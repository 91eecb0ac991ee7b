import type { Client as OidcClient } from 'oidc-provider'

import { type ClientMetadata, type ClientSettings, clientSettings } from '#shared/model/client.ts'

import type { Store } from '../store/store.ts'
import { withoutSwitchedOff } from './configuration/what-is-on.ts'
import { learnClient } from './permissive.ts'

export interface ClientLookup {
  /** Called by oidc-provider on every request, so that a change takes effect on the next one. */
  find(client_id: string): ClientMetadata | undefined
}

export interface ClientLookupOptions {
  readonly store: Store
  /** Clients that the program itself uses; they are nowhere listed. */
  readonly internal: readonly ClientMetadata[]
  /** Started with `--permissive`; the settings may say so, too. */
  readonly permissive: boolean
}

export function createClientLookup({ store, internal, permissive }: ClientLookupOptions): ClientLookup {
  const own = new Map(internal.map((metadata) => [metadata.client_id, metadata]))
  const reduced = new WeakMap<ClientMetadata, ClientMetadata>()

  function find(client_id: string): ClientMetadata | undefined {
    const known = store.clients.get(client_id)
    if (known && known.origin !== 'permissive') return known.metadata
    if (permissive || store.settings.get().policies.permissive) {
      return learnClient(store, client_id, known?.metadata) ?? own.get(client_id)
    }
    return known?.metadata ?? own.get(client_id)
  }

  /** The same object each time, as long as neither the client nor what is switched off has changed. */
  function reduce(client: ClientMetadata): ClientMetadata {
    const result = reduced.get(client) ?? withoutSwitchedOff(client, store.settings.get().features)
    reduced.set(client, result)
    return result
  }

  return {
    find(client_id) {
      const client = find(client_id)
      return client && reduce(client)
    },
  }
}

export function settingsOf(client: OidcClient): ClientSettings {
  const { valetkey } = client as { valetkey?: ClientMetadata['valetkey'] }
  return clientSettings({ valetkey })
}

export function isPublic(client: OidcClient): boolean {
  return client.clientAuthMethod === 'none'
}

export function displayName(client: Pick<OidcClient, 'clientId' | 'clientName'>): string {
  return client.clientName ?? client.clientId
}
