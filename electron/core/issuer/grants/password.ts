import { timingSafeEqual, createHash } from 'node:crypto'

import { errors } from 'oidc-provider'

import type { User } from '#shared/model/user.ts'
import { ACR, GRANT } from '#shared/oauth/protocol.ts'

import type { Store } from '../../store/store.ts'
import { createFindAccount } from '../accounts.ts'
import type { GrantType } from './grant-type.ts'
import { issueTokens } from './issue-tokens.ts'
import { requireParam } from './presence.ts'

/** RFC 6749 section 4.3: kept to show why it was given up (RFC 9700 section 2.4). */
export const passwordGrant: GrantType = {
  grantType: GRANT.password,
  parameters: ['username', 'password', 'scope', 'resource'],
  repeatable: ['resource'],
  createHandler: ({ store }) => {
    const findAccount = createFindAccount(store)
    return async (ctx) => {
      const user = checkPassword(store, requireParam(ctx, 'username'), requireParam(ctx, 'password'))
      const account = user && (await findAccount(ctx, user.username))
      if (!account) throw new errors.InvalidGrant('the user name or the password is wrong')
      await issueTokens(ctx, {
        gty: GRANT.password,
        subject: account.accountId,
        account,
        acr: ACR.password,
        amr: ['pwd'],
      })
    }
  },
}

/** A wrong name costs as much time as a wrong password. */
export function checkPassword(store: Store, username: string, password: string): User | undefined {
  const user = store.users.get(username)
  const matches = timingSafeEqual(digest(password), digest(user?.password ?? ''))
  return user && matches ? user : undefined
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest()
}
