import { basic, get, post } from '../draft.ts'
import { SECRET } from '../fuzz-clients.ts'
import { dpopParts, signJwt } from '../signer.ts'
import { passwordGrant, text } from '../world.ts'
import { assertionFor, BASIC, type Recipe } from './parts.ts'

export const TOKEN_USE_RECIPES: readonly Recipe[] = [
  ...(['opaque', 'jwt', 'refresh_token', 'id_token', 'device_code'] as const).map((kind): Recipe => ({
    name: `introspect ${kind}`,
    make: ({ tokens }) =>
      post(
        '/introspect',
        { token: tokens[kind], token_type_hint: 'access_token' },
        { ...BASIC, accept: 'application/token-introspection+jwt' },
      ),
  })),
  {
    name: 'introspect signed',
    make: ({ tokens }) =>
      post(
        '/introspect',
        { token: tokens.jwt },
        { ...basic('all-signed', SECRET), accept: 'application/token-introspection+jwt' },
      ),
  },
  {
    name: 'introspect as a client with a key',
    make: (world) => post('/introspect', { token: world.tokens.opaque, ...assertionFor('all-jwt', world) }),
  },
  {
    name: 'revoke',
    make: async ({ send }) =>
      post(
        '/revoke',
        {
          token: text((await passwordGrant(send, 'https://organizer.test/api'))['access_token']),
          token_type_hint: 'refresh_token',
        },
        BASIC,
      ),
  },
  { name: 'userinfo', make: ({ tokens }) => get('/userinfo', {}, { authorization: `Bearer ${tokens.opaque}` }) },
  { name: 'userinfo by a JWT', make: ({ tokens }) => get('/userinfo', {}, { authorization: `Bearer ${tokens.jwt}` }) },
  { name: 'userinfo by POST', make: ({ tokens }) => post('/userinfo', { access_token: tokens.opaque }) },
  {
    name: 'userinfo with DPoP',
    make: ({ tokens, program }) =>
      get(
        '/userinfo',
        {},
        {
          authorization: `DPoP ${tokens.bound}`,
          dpop: signJwt(dpopParts('GET', `${program.issuer}/userinfo`, tokens.bound)),
        },
      ),
  },
]
