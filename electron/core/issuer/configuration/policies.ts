import type { Client, KoaContextWithOIDC } from 'oidc-provider'

import type { Store } from '../../store/store.ts'
import { isPublic, settingsOf } from '../clients.ts'

/** A client's own setting goes first. */
export function demandsPkce(store: Store, client: Client): boolean {
  const { pkce } = store.settings.get().policies
  return settingsOf(client).requirePkce ?? (pkce === 'everyone' || (pkce === 'public' && isPublic(client)))
}

export function rotatesRefreshTokens(store: Store, { oidc: { client } }: KoaContextWithOIDC): boolean {
  const { refreshRotation } = store.settings.get().policies
  return refreshRotation === 'always' || (refreshRotation === 'public' && client !== undefined && isPublic(client))
}

/** Without a page: the client is a first-party one, or every client is taken for that. */
export function skipsConsent(store: Store, client: Client): boolean {
  return settingsOf(client).skipConsent || store.settings.get().policies.consent === 'never'
}

/** Whoever has agreed before is asked again. */
export function forgetsConsent(store: Store, client: Client): boolean {
  return store.settings.get().policies.consent === 'always' && !settingsOf(client).skipConsent
}
