/** Where "Sign in as" of the screens leads: the browser that opens it is signed in, as if the password had been typed. */
import type { Context } from 'koa'

import { ACR } from '#shared/oauth/protocol.ts'

import { accountOfBrowser, signInBrowser } from '../adaptations/internals.ts'
import { mountOf } from '../mount.ts'
import type { InteractionDependencies } from './interaction.ts'
import { SIGN_IN_LINK, type SignInLinks } from './sign-in-links.ts'
import { accountView } from './views.ts'

export interface SignInAsDependencies extends InteractionDependencies {
  readonly signInLinks: SignInLinks
}

/** A browser that only looks ahead has not come to sign in. */
export async function openSignInLink(ctx: Context, options: SignInAsDependencies): Promise<void> {
  const ticket = ctx.method === 'GET' ? (ctx.path.split('/')[2] ?? '') : ''
  const username = options.signInLinks.redeem(ticket)
  const user = username === undefined ? undefined : options.store.users.get(username)
  if (user) {
    const login = { accountId: user.username, amr: ['pwd'], acr: ACR.password }
    await signInBrowser(options.provider, ctx, login, options.store.settings.get().lifetimes.session)
  }
  // A link that was used is often only loaded again, and then it is the session that counts.
  const path = `${mountOf(options.provider.issuer)}${SIGN_IN_LINK}`
  ctx.redirect(user ? path : `${path}?used`)
  ctx.status = 303
}

export async function showSignedIn(ctx: Context, { provider, store, showPage }: SignInAsDependencies): Promise<void> {
  const accountId = await accountOfBrowser(provider, ctx)
  if (accountId !== undefined) {
    const { name, username } = accountView(store, accountId)
    return showPage(ctx, {
      kind: 'message',
      title: `Signed in as ${name}`,
      text: [
        ['This browser has a session at the issuer now, for ', { code: username }, '.'],
        ['The next application that sends it here is answered without a password.'],
      ],
      links: [{ label: 'Sign out', href: `${mountOf(provider.issuer)}/logout` }],
    })
  }
  const isUsed = ctx.querystring === 'used'
  await showPage(ctx, {
    kind: 'message',
    title: isUsed ? 'This way in has been used' : 'Nobody is signed in here',
    text: [['Each address of “Sign in as” is good for one browser and one minute. Choose it again for a new one.']],
    links: [],
  })
  if (isUsed) ctx.status = 410
}
