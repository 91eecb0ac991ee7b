import { type Draft, get, post } from '../draft.ts'
import { cookiesOf, location, openInteraction, signIn, type World } from '../world.ts'
import { AUTHORIZATION, BASIC, CIBA, hiddenValue, HTML, RAR, type Recipe } from './parts.ts'

export const PAGE_RECIPES: readonly Recipe[] = [
  {
    name: 'sign in',
    status: 303,
    make: async ({ send }) => {
      const { path, cookie } = await openInteraction(send, { client_id: 'all-basic' })
      return post(path, { username: 'alice', password: 'alice', action: 'continue' }, { ...HTML, cookie })
    },
  },
  {
    name: 'the sign-in page',
    make: async ({ send }) => {
      const { path, cookie } = await openInteraction(send, { client_id: 'all-basic', login_hint: 'bob' })
      return get(path, {}, { ...HTML, cookie })
    },
  },
  {
    name: 'consent',
    status: 303,
    make: async ({ send, session }) => {
      const query = {
        client_id: 'all-basic',
        scope: AUTHORIZATION.scope,
        claims: AUTHORIZATION.claims,
        authorization_details: RAR,
        resource: AUTHORIZATION.resource,
      }
      const { path, cookie } = await openInteraction(send, query, session)
      return post(path, { scope: 'profile', action: 'allow' }, { ...HTML, cookie })
    },
  },
  {
    name: 'the second factor',
    status: 422,
    make: async ({ send }) => {
      const { path, cookie } = await openInteraction(send, { client_id: 'all-skip' })
      const signedIn = await send(post(path, { account: 'carol' }, { cookie }))
      const resumed = await send(get(new URL(location(signedIn)).pathname, {}, { cookie }))
      return post(
        location(resumed),
        { code: '123456', action: 'verify' },
        { ...HTML, cookie: `${cookiesOf(resumed)}; ${cookie}` },
      )
    },
  },
  {
    name: 'device page',
    make: ({ tokens, session }) => get('/device', { user_code: tokens.user_code }, { ...HTML, cookie: session }),
  },
  {
    name: 'device code typed',
    status: 400,
    make: ({ tokens, session }) =>
      post('/device', { xsrf: 'x', user_code: tokens.user_code, confirm: 'yes' }, { ...HTML, cookie: session }),
  },
  { name: 'device code typed in the right form', status: 303, make: typeDeviceCode },
  {
    name: 'device resume',
    status: 400,
    make: ({ session }) => get('/device/abcdefghijklmnopqrstu', {}, { ...HTML, cookie: session }),
  },
  {
    name: 'sign out',
    make: ({ tokens, session }) =>
      get(
        '/logout',
        {
          id_token_hint: tokens.id_token,
          client_id: 'all-basic',
          post_logout_redirect_uri: 'http://localhost:3999/',
          state: 's',
          ui_locales: 'en',
        },
        { ...HTML, cookie: session },
      ),
  },
  { name: 'sign out by POST', status: 303, make: ({ tokens }) => post('/logout', { id_token_hint: tokens.id_token }) },
  { name: 'confirm signing out', status: 303, make: confirmSignOut },
  { name: 'signed out', make: () => get('/logout/success', { client_id: 'all-basic' }, HTML) },
  { name: 'approvals', make: () => get('/approvals', {}, HTML) },
  { name: 'approve', make: approve },
]

async function typeDeviceCode({ send, tokens, session }: World): Promise<Draft> {
  const page = await send(get('/device', { user_code: tokens.user_code }, { ...HTML, cookie: session }))
  return post(
    '/device',
    { xsrf: hiddenValue(page.body, 'xsrf'), user_code: tokens.user_code, confirm: 'yes' },
    { ...HTML, cookie: session },
  )
}

async function approve({ send }: World): Promise<Draft> {
  await send(post('/backchannel', CIBA, BASIC))
  const page = await send(get('/approvals', {}, HTML))
  const form = { csrf: hiddenValue(page.body, 'csrf'), request: hiddenValue(page.body, 'request'), action: 'approve' }
  return post('/approvals', form, { ...HTML, cookie: cookiesOf(page) })
}

async function confirmSignOut({ send }: World): Promise<Draft> {
  const session = await signIn(send)
  const page = await send(get('/logout', {}, { ...HTML, cookie: session }))
  return post('/logout/confirm', { xsrf: hiddenValue(page.body, 'xsrf'), logout: 'yes' }, { ...HTML, cookie: session })
}
