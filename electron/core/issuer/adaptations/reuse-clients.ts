import type { Client, Provider } from 'oidc-provider'

import type { ClientLookup } from '../clients.ts'

interface ClientClass {
  find(id: unknown): Promise<Client | undefined>
}

/**
 * At every look-up oidc-provider hashes the client's whole metadata to see whether it has changed. The store hands out
 * the same object for as long as it has not, so the object itself says it.
 */
export function reuseClients(provider: Provider, clients: ClientLookup): void {
  const Client = provider.Client as unknown as ClientClass
  const find = Client.find.bind(Client)
  const built = new WeakMap<object, Client>()
  Client.find = async (id) => {
    const metadata = typeof id === 'string' && id !== '' ? clients.find(id) : undefined
    const known = metadata && built.get(metadata)
    if (known) return known
    const client = await find(id)
    if (metadata && client) built.set(metadata, client)
    return client
  }
}
