import type { Client as OidcClient } from 'oidc-provider'

import type { User } from '#shared/model/user.ts'

import type { Store } from '../../store/store.ts'
import { displayName } from '../clients.ts'
import type { ClientView, UserView } from './pages/page.ts'

export function clientView(client: OidcClient): ClientView {
  return { client_id: client.clientId, name: displayName(client), logoUri: client.logoUri, uri: client.clientUri }
}

export function userView(user: User): UserView {
  const { name, email } = user.claims
  return {
    username: user.username,
    name: typeof name === 'string' ? name : user.username,
    email: typeof email === 'string' ? email : undefined,
  }
}

/** The user of a session, or a plain view of the name where the user was deleted since. */
export function accountView(store: Store, accountId: string): UserView {
  const user = store.users.get(accountId)
  return user ? userView(user) : { username: accountId, name: accountId }
}
