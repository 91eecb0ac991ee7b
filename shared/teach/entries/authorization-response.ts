import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, jarm, OIDC, rfc } from '../specs.ts'

/** What comes back to the redirect address: in its query, its fragment, or a form. */
export const AUTHORIZATION_RESPONSE = buildEntries(
  'parameter',
  ['authorization response', 'signed authorization response'],
  {
    code: {
      title: 'Authorization code',
      summary: 'A slip that the application exchanges for tokens at the token endpoint.',
      detail: rich`Good once, and for a minute unless the settings say otherwise. A second use is refused with {invalid_grant}, and takes the tokens of the first use away, since one of the two must be a thief.`,
      specs: [rfc(6749, '4.1.2'), rfc(9700, '4.5')],
    },
    state: {
      summary: 'The value that the application sent, unchanged.',
      detail: rich`Compare it with what this browser's session holds, and drop the answer when it differs.`,
      specs: [rfc(6749, '4.1.2'), rfc(9700, '4.7')],
    },
    iss: {
      title: 'Issuer',
      summary: 'Which issuer answers.',
      detail: rich`An application that knows several issuers compares it with the one it asked, letter by letter; otherwise a hostile one can have the code of another sent to itself. An ID token in the answer says the same.`,
      specs: [rfc(9207, '2'), rfc(9700, '4.4')],
    },
    response: {
      summary: 'The whole answer as one signed JWT.',
      detail: rich`Asked for by {response_mode=jwt} and its kin. Check the signature, {iss}, {aud} and {exp} before looking at what it carries.`,
      where: ['authorization response'],
      specs: [jarm('2.3')],
    },
    access_token: {
      summary: 'An access token straight from the browser, in the implicit and hybrid flows.',
      detail: rich`It stands in an address, so it can end in histories and logs. New applications use {response_type=code} with PKCE instead.`,
      specs: [rfc(6749, '4.2.2'), rfc(9700, '2.1.2')],
    },
    id_token: {
      summary: 'An ID token straight from the browser, in the implicit and hybrid flows.',
      detail: rich`Check its {nonce}, and {c_hash} or {at_hash} for what came with it.`,
      specs: [core('3.2.2.5'), core('3.3.2.11')],
    },
    token_type: {
      summary: 'How the access token beside it is to be shown: Bearer.',
      specs: [rfc(6749, '4.2.2')],
    },
    expires_in: {
      summary: 'How many seconds the access token beside it is good for.',
      specs: [rfc(6749, '4.2.2')],
    },
    scope: {
      summary: 'What was granted, where it is not what was asked for.',
      specs: [rfc(6749, '4.2.2')],
    },
    session_state: {
      summary: "The state of the user's session, for applications that watch it in a hidden frame.",
      detail: rich`Browsers keep the cookies of other sites from such frames now, so hardly anything still uses it. This issuer does not send it.`,
      specs: [OIDC.sessionState],
    },
  },
)

/** The same three say what went wrong wherever something does. */
export const ERROR_PARAMETERS = buildEntries(
  'parameter',
  [
    'authorization response',
    'signed authorization response',
    'pushed authorization response',
    'token response',
    'device authorization response',
    'backchannel authentication response',
    'introspection response',
    'revocation response',
    'registration response',
    'userinfo response',
    'logout response',
    'API response',
  ],
  {
    error: {
      summary: 'The code of what went wrong, for programs.',
      detail: rich`A fixed word such as {invalid_grant}. Look it up by its name.`,
      specs: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
    },
    error_description: {
      summary: 'What went wrong in words, for developers.',
      detail: rich`Not for the user, and not to be compared by programs: the words may change. Traffic shows the reason that the issuer kept to itself too.`,
      specs: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
    },
    error_uri: {
      summary: 'The address of a page about the error.',
      specs: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
    },
  },
)
