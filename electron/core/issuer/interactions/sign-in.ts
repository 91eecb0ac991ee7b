import type { User } from '#shared/model/user.ts'
import { ACR } from '#shared/oauth/protocol.ts'

import { checkPassword } from '../grants/password.ts'
import { finish, type PromptHandler, type PromptRequest, refuse } from './interaction.ts'
import type { RichText } from './pages/page.ts'
import { clientView, userView } from './views.ts'

export const signIn: PromptHandler = {
  show: (request) => showSignIn(request),
  async submit(request, form) {
    if (form.get('action') === 'cancel') return refuse(request, 'the user cancelled the sign-in')
    const account = form.get('account')
    // A user's button stands for typing the name and the password that the page prints beside it.
    const user =
      account === null
        ? checkPassword(request.store, form.get('username') ?? '', form.get('password') ?? '')
        : request.store.users.get(account)
    if (!user) {
      request.ctx.status = 422
      return showSignIn(request, form.get('username') ?? undefined, 'The user name or the password is wrong.')
    }
    return finish(request, { login: { accountId: user.username, amr: ['pwd'], acr: ACR.password } })
  },
}

function showSignIn(request: PromptRequest, username?: string, error?: string): Promise<void> {
  const { ctx, store, client, interaction, showPage } = request
  const loginHint = username ?? text(interaction.params['login_hint'])
  const all = store.users.list()
  const shown = pickShown(all, loginHint)
  return showPage(ctx, {
    kind: 'sign-in',
    client: clientView(client),
    users: shown.map((user) => ({
      ...userView(user),
      password: user.password,
      hasSecondFactor: user.secondFactor !== undefined,
    })),
    others: all.length - shown.length,
    loginHint,
    reason: explainReason(interaction.prompt.reasons, interaction.params),
    error,
  })
}

/** A page of ten thousand buttons helps nobody; whoever the application means is among them. */
const MOST_SHOWN = 60

function pickShown(all: readonly User[], loginHint: string | undefined): readonly User[] {
  if (all.length <= MOST_SHOWN) return all
  const first = all.slice(0, MOST_SHOWN)
  const meant = first.some(({ username }) => username === loginHint)
    ? undefined
    : all.find(({ username }) => username === loginHint)
  return meant === undefined ? first : [meant, ...first.slice(0, -1)]
}

function explainReason(reasons: readonly string[], params: Readonly<Record<string, unknown>>): RichText | undefined {
  if (reasons.includes('login_prompt')) {
    return ['The application asks you to sign in again: it sent ', { code: 'prompt=login' }, '.']
  }
  if (reasons.includes('max_age')) {
    const seconds = text(params['max_age']) ?? '0'
    return ['Your last sign-in is older than the application accepts: it sent ', { code: `max_age=${seconds}` }, '.']
  }
  if (reasons.includes('id_token_hint') || reasons.includes('claims_id_token_sub_value')) {
    return ['The application expects another user than the one who is signed in.']
  }
  return undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
