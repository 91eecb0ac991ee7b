import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { ciba, core, OIDC, registration, rfc } from '../specs.ts'

const FRONT = ['authorization request', 'pushed authorization request', 'request object'] as const
const EVERY = [...FRONT, 'device authorization request', 'backchannel authentication request'] as const

/** What OpenID Connect adds to an authorization request. */
export const OPENID_REQUEST = buildEntries('parameter', EVERY, {
  nonce: {
    summary: 'A value of the application that comes back inside the ID token.',
    detail: rich`Make it at random for each request, keep it, and compare: it shows that the ID token was made for this request and not taken from another. Required where the ID token comes through the browser.`,
    specs: [core('3.1.2.1'), core('3.2.2.1')],
  },
  prompt: {
    summary: 'Whether the user is to be asked: none, login or consent.',
    detail: rich`{none} shows no page and answers {login_required} or {consent_required} where one would be needed. {login} asks for the password even in a running session, {consent} for the consent again. {none} stands alone.`,
    where: FRONT,
    specs: [core('3.1.2.1')],
  },
  max_age: {
    summary: 'How many seconds ago the user may have signed in, at most.',
    detail: rich`If it was longer ago, the user signs in again. The ID token then has {auth_time}, and the application should check it.`,
    specs: [core('3.1.2.1')],
  },
  acr_values: {
    title: 'Authentication context wanted',
    summary: 'How strongly the user should sign in, the most wanted first.',
    detail: rich`Here {urn:valetkey:acr:second-factor} asks for the second factor of a user who has one. It is a wish: the ID token's {acr} says what really happened. To insist, ask for {acr} as an essential claim by {claims}.`,
    specs: [core('3.1.2.1'), core('5.5.1.1')],
  },
  claims: {
    summary: 'A JSON object that asks for single claims, in the ID token or from UserInfo.',
    detail: rich`Its members are {id_token} and {userinfo}, each with the claims' names. {null} asks for a claim as it is; an object may say {essential}, {value} or {values}.`,
    specs: [core('5.5')],
  },
  login_hint: {
    summary: 'Who is going to sign in, as far as the application knows.',
    detail: rich`A user name or an e-mail address, to fill in the sign-in page beforehand. In a backchannel request it names the user who is to be asked, and somebody nobody knows is {unknown_user_id}.`,
    specs: [core('3.1.2.1'), ciba('7.1')],
  },
  id_token_hint: {
    summary: 'An ID token from before, which says whom the request is about.',
    detail: rich`With {prompt=none} another user in the session is {login_required}. At the logout endpoint it tells which application asks. It may have expired.`,
    where: [...EVERY, 'logout request'],
    specs: [core('3.1.2.1'), OIDC.logout],
  },
  ui_locales: {
    summary: 'Languages that the user reads, the most wanted first.',
    detail: rich`Language tags such as {de-AT de en}. The pages of this issuer are in English whatever it says.`,
    where: [...EVERY, 'logout request'],
    specs: [core('3.1.2.1'), rfc(5646)],
  },
  claims_locales: {
    summary: 'Languages that the claims should be in, the most wanted first.',
    detail: rich`A claim in a language has the tag in its name: {family_name#ja}.`,
    specs: [core('5.5')],
  },
  display: {
    summary: 'What the sign-in page should fit: page, popup, touch or wap.',
    detail: rich`The pages of this issuer fit every window, so it changes nothing here.`,
    specs: [core('3.1.2.1')],
  },
  registration: {
    summary: "The application's metadata within the request, for clients that are registered nowhere.",
    detail: rich`It belongs to self-issued providers and is refused here with {registration_not_supported}. Register the client, or publish its metadata under an {https} address.`,
    specs: [core('7.2.1')],
  },
})

/** How `claims` says what it wants of one claim. */
export const CLAIMS_PARAMETER = buildEntries('parameter', ['claims parameter'], {
  id_token: { summary: 'The claims that are wanted in the ID token.', specs: [core('5.5')] },
  userinfo: { summary: 'The claims that are wanted from the UserInfo endpoint.', specs: [core('5.5')] },
  essential: {
    summary: 'The application cannot do without the claim.',
    detail: rich`Only an essential {acr} makes the request fail; any other claim that is missing is just missing.`,
    specs: [core('5.5.1'), core('5.5.1.1')],
  },
  value: { summary: 'The one value that the claim should have.', specs: [core('5.5.1')] },
  values: { summary: 'The values of which the claim should have one, the most wanted first.', specs: [core('5.5.1')] },
})

/** Login that begins elsewhere: a request to the application, not to the issuer. */
export const LOGIN_INITIATION = buildEntries('parameter', ['login initiation'], {
  iss: {
    summary: 'The issuer that the user is to sign in at.',
    detail: rich`Take it only if it is known: otherwise anybody can send users to an issuer of their own.`,
    specs: [core('4')],
  },
  login_hint: { summary: 'Who is going to sign in; the application passes it on.', specs: [core('4')] },
  target_link_uri: {
    summary: 'Where the user wants to be after signing in, when the sign-in began elsewhere.',
    detail: rich`It comes to the client's {initiate_login_uri}, together with {iss}. Check it, or the application is an open redirector.`,
    specs: [core('4'), registration('2')],
  },
})
