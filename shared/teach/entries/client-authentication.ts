import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'

/** How a client proves who it is wherever it calls the issuer directly. */
export const CLIENT_AUTHENTICATION = buildEntries(
  'parameter',
  [
    'token request',
    'pushed authorization request',
    'device authorization request',
    'backchannel authentication request',
    'introspection request',
    'revocation request',
  ],
  {
    client_secret: {
      summary: "The client's secret in the body, as client_secret_post has it.",
      detail: rich`A client that is registered for {client_secret_basic} sends it in the {Authorization} header instead. A secret must never be in an address, nor in an application that users have in their hands.`,
      specs: [rfc(6749, '2.3.1'), core('9')],
    },
    client_assertion: {
      summary: 'A JWT that the client signed to prove who it is.',
      detail: rich`Signed with its private key ({private_key_jwt}) or its secret ({client_secret_jwt}). {iss} and {sub} are the client, {aud} is the issuer, {exp} is near, {jti} is new each time.`,
      specs: [rfc(7523, '2.2'), core('9')],
    },
    client_assertion_type: {
      summary: 'What kind of assertion the client proves itself with.',
      detail: rich`Always {urn:ietf:params:oauth:client-assertion-type:jwt-bearer}.`,
      specs: [rfc(7521, '4.2'), rfc(7523, '2.2')],
    },
  },
)
