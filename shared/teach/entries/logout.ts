import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { backchannelLogout, logout } from '../specs.ts'

export const LOGOUT = buildEntries('parameter', ['logout request'], {
  post_logout_redirect_uri: {
    summary: 'Where the browser is to go when the user is signed out.',
    detail: rich`It must be registered among {post_logout_redirect_uris}, and is compared letter by letter. {id_token_hint} or {client_id} says whose it is.`,
    specs: [logout('2'), logout('3')],
  },
  logout_hint: {
    summary: 'Who is to be signed out, as far as the application knows.',
    specs: [logout('2')],
  },
  client_id: {
    summary: 'The application that asks, where no ID token says it.',
    detail: rich`Beside an {id_token_hint} it must be the one that the ID token was made for.`,
    specs: [logout('2')],
  },
  state: {
    summary: "The application's own value, which comes back with the browser.",
    where: ['logout request', 'logout response'],
    specs: [logout('2'), logout('3')],
  },
  logout: {
    summary: 'The user says yes on the page that asks whether to sign out.',
    detail: rich`Without it only the one application is left, and the session at the issuer goes on.`,
    specs: [logout('2')],
  },
})

/** From issuer to application, without the browser. */
export const BACKCHANNEL_LOGOUT = buildEntries('parameter', ['back-channel logout request'], {
  logout_token: {
    summary: "A signed JWT that tells an application of the end of a user's session.",
    detail: rich`Check it like an ID token, see that it has {events} and no {nonce}, end the session that {sid} or {sub} names, and answer {200}.`,
    specs: [backchannelLogout('2.5'), backchannelLogout('2.6')],
  },
})
