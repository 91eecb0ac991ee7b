import { isLoopbackHost } from '#shared/oauth/loopback.ts'

import type { Store } from '../store/store.ts'

type FetchOptions = RequestInit & { readonly dispatcher?: unknown }

/**
 * Every call that the issuer makes out: JWKS, back-channel logout, metadata documents. oidc-provider's dispatcher
 * refuses private addresses, which guards a public server; here the applications are on this very machine, so for
 * loopback names it is left out, and stays for every other.
 */
export function createOutgoingFetch(store: Store, fetch: typeof globalThis.fetch) {
  return (input: string | URL | Request, options: FetchOptions = {}): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input)
    const url = new URL(store.settings.get().metadataDocuments[address] ?? address)
    const { dispatcher: _guard, ...unguarded } = options
    return fetch(url, isLoopbackHost(url.hostname) ? unguarded : options)
  }
}
