import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, OIDC, rfc } from '../specs.ts'

const PLAIN = ['authorization request', 'pushed authorization request'] as const

const AT_BEGINNING = [
  ...PLAIN,
  'request object',
  'device authorization request',
  'backchannel authentication request',
] as const

const AT_ANY_REQUEST = [...AT_BEGINNING, 'token request'] as const

/** What an application sends along with the browser, and may as well push beforehand or sign. */
export const AUTHORIZATION_REQUEST = buildEntries(
  'parameter',
  ['authorization request', 'pushed authorization request', 'request object'],
  {
    client_id: {
      summary: 'Names the application that asks.',
      detail: rich`It is public: anybody may know it, and it proves nothing. At other endpoints a client adds a proof, such as {client_secret}. A client that publishes its own metadata has an {https} address here.`,
      where: [...AT_ANY_REQUEST, 'introspection request', 'revocation request'],
      specs: [rfc(6749, '2.2'), rfc(6749, '4.1.1')],
    },
    response_type: {
      summary: 'Says what the issuer is to hand back through the browser: a code, tokens, or both.',
      detail: rich`{code} is the one to use. {token} and {id_token} bring tokens through the browser's address, where they leak easily; RFC 9700 advises against access tokens there. {none} brings nothing but {state}.`,
      specs: [rfc(6749, '3.1.1'), rfc(9700, '2.1.2')],
    },
    redirect_uri: {
      summary: 'The address of the application to which the browser is sent back.',
      detail: rich`It must be registered, and is compared character by character: a slash at the end, {localhost} for {127.0.0.1} or another port is another address. Only the port of a native application's loopback address is free. When it is wrong the issuer shows an error page and sends nobody anywhere.`,
      specs: [rfc(6749, '3.1.2'), rfc(9700, '4.1.3'), rfc(8252, '7.3')],
    },
    scope: {
      summary: 'What the access is to be good for: names with spaces between them.',
      detail: rich`{openid} makes the request one of OpenID Connect and brings an ID token; {profile}, {email}, {address} and {phone} bring claims; {offline_access} brings a refresh token; every other belongs to an API. What is granted may be less, and then the answer says so in its own {scope}.`,
      where: AT_BEGINNING,
      specs: [rfc(6749, '3.3'), core('5.4')],
    },
    state: {
      summary: "The application's own value, which comes back unchanged with the answer.",
      detail: rich`It ties the answer to the browser that asked: make it at random, keep it with the browser's session, and refuse an answer with another. Without it, or PKCE, somebody can slip an answer of their own to a user.`,
      specs: [rfc(6749, '4.1.1'), rfc(9700, '4.7')],
    },
    response_mode: {
      summary: 'How the answer travels: in the query, in the fragment, or in a form that posts itself.',
      detail: rich`Left out, a code comes in the query and tokens in the fragment. {form_post} keeps the answer out of addresses and logs. {jwt}, {query.jwt}, {fragment.jwt} and {form_post.jwt} wrap it in one signed JWT, the parameter {response}.`,
      specs: [OIDC.responseModes, OIDC.formPost],
    },
    code_challenge: {
      title: 'PKCE challenge',
      summary: 'The hash of a secret that the application keeps until it redeems the code.',
      detail: rich`With {S256} it is the SHA-256 of {code_verifier} in base64url, 43 characters without padding. A code that is stolen on its way is worth nothing without the verifier. Public clients must send it here.`,
      specs: [rfc(7636, '4.2'), rfc(9700, '2.1.1')],
    },
    code_challenge_method: {
      title: 'PKCE method',
      summary: 'How the challenge was made from the verifier; only S256 is taken here.',
      detail: rich`Left out it means {plain}, where challenge and verifier are the same and whoever sees the request can redeem the code. So it must be sent, and say {S256}.`,
      specs: [rfc(7636, '4.3'), rfc(9700, '2.1.1')],
    },
    resource: {
      title: 'Resource indicator',
      summary: 'The API that the access token is to be for, by its identifier or address.',
      detail: rich`The token's {aud} is then that API, and its scopes are the ones that can be asked for. An API that is not registered is refused with {invalid_target}. It may stand several times; a token is for one of them.`,
      where: AT_ANY_REQUEST,
      specs: [rfc(8707, '2')],
    },
    audience: {
      summary: 'The API that the access token is to be for, as many other issuers call it.',
      detail: rich`It says the same as {resource}, which is the standard's name. Only in token exchange is {audience} itself standard.`,
      where: AT_ANY_REQUEST,
      specs: [rfc(8693, '2.1'), rfc(8707, '2')],
    },
    authorization_details: {
      title: 'Rich authorization request',
      summary: 'A JSON list of what exactly is to be allowed, where a scope says too little.',
      detail: rich`Each member is an object with a {type} that the API knows, and details such as {actions} and {locations}. The consent page shows them, and they come back in the token. A type that no API has is refused with {invalid_authorization_details}.`,
      where: AT_ANY_REQUEST,
      specs: [rfc(9396, '2')],
    },
    dpop_jkt: {
      title: 'Thumbprint of the DPoP key',
      summary: 'Binds the code to a key, so that only who holds that key can redeem it.',
      detail: rich`It is the SHA-256 thumbprint of the public key. The token request must then carry a {DPoP} proof made with the same key.`,
      specs: [rfc(9449, '10')],
    },
    request: {
      title: 'Request object',
      summary: 'The whole request as one signed JWT, so that nobody can change it on its way.',
      detail: rich`The parameters are its claims. {iss} is the client and {aud} the issuer. {client_id} must stand beside it too, with the same value. It is checked with the keys in the client's {jwks} or {jwks_uri}, or its secret.`,
      where: [...PLAIN, 'backchannel authentication request'],
      specs: [rfc(9101, '5.1'), core('6.1')],
    },
    request_uri: {
      summary: 'Stands for a request that was pushed to the issuer before.',
      detail: rich`The address comes from the pushed authorization endpoint, starts with {urn:ietf:params:oauth:request_uri:}, is good for one use and for a minute or so. Addresses of the web are not fetched here.`,
      where: ['authorization request'],
      specs: [rfc(9126, '4'), rfc(9101, '5.2')],
    },
  },
)
