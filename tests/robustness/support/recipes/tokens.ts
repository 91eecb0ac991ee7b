import { basic, get, post } from '../draft.ts'
import { REDIRECT, SECRET } from '../fuzz-clients.ts'
import { assertionParts, dpopParts, requestObjectParts, signJwt } from '../signer.ts'
import { json, location, passwordGrant, text, type World } from '../world.ts'
import { assertionFor, AUTHORIZATION, BASIC, CIBA, type Recipe, VERIFIER } from './parts.ts'

function token(form: Readonly<Record<string, string>>): Recipe['make'] {
  return () => post('/token', form, BASIC)
}

export const TOKEN_RECIPES: readonly Recipe[] = [
  {
    name: 'code',
    make: async (world) =>
      post(
        '/token',
        {
          grant_type: 'authorization_code',
          code: await freshCode(world),
          redirect_uri: REDIRECT,
          code_verifier: VERIFIER,
          resource: AUTHORIZATION.resource,
        },
        basic('all-skip', SECRET),
      ),
  },
  {
    name: 'refresh',
    make: async ({ send }) =>
      post(
        '/token',
        {
          grant_type: 'refresh_token',
          refresh_token: text((await passwordGrant(send, 'https://photobox.test/api'))['refresh_token']),
          scope: 'openid',
          resource: 'https://photobox.test/api',
        },
        BASIC,
      ),
  },
  {
    name: 'client credentials',
    make: token({ grant_type: 'client_credentials', scope: 'geocode', resource: 'https://world-mappers.test/api' }),
  },
  {
    name: 'client credentials, opaque, by audience',
    make: token({ grant_type: 'client_credentials', scope: 'read:pictures', audience: 'https://photobox.test/api' }),
  },
  {
    name: 'client credentials by post',
    make: () =>
      post('/token', {
        grant_type: 'client_credentials',
        client_id: 'all-post',
        client_secret: SECRET,
        scope: 'geocode',
      }),
  },
  {
    name: 'client credentials by private key',
    make: (world) => post('/token', { grant_type: 'client_credentials', ...assertionFor('all-jwt', world) }),
  },
  {
    name: 'client credentials with DPoP',
    make: ({ program }) =>
      post(
        '/token',
        { grant_type: 'client_credentials' },
        { ...BASIC, dpop: signJwt(dpopParts('POST', `${program.issuer}/token`)) },
      ),
  },
  {
    name: 'client credentials with a DPoP nonce',
    status: 400,
    make: ({ program }) =>
      post(
        '/token',
        { grant_type: 'client_credentials' },
        { ...basic('all-nonce', SECRET), dpop: signJwt(dpopParts('POST', `${program.issuer}/token`)) },
      ),
  },
  {
    name: 'password',
    make: token({
      grant_type: 'password',
      username: 'alice',
      password: 'alice',
      scope: 'openid profile offline_access read:contacts',
      resource: 'https://organizer.test/api',
    }),
  },
  {
    name: 'password, signed otherwise',
    make: () =>
      post(
        '/token',
        { grant_type: 'password', username: 'bob', password: 'bob', scope: 'openid email' },
        basic('all-signed', SECRET),
      ),
  },
  {
    name: 'device code',
    status: 400,
    make: ({ tokens }) =>
      post('/token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: tokens.device_code,
        client_id: 'couch-tv',
      }),
  },
  ...(['opaque', 'jwt'] as const).map((kind): Recipe => ({
    name: `token exchange of an access token (${kind})`,
    make: ({ tokens }) =>
      post(
        '/token',
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: tokens[kind],
          subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          actor_token: tokens.jwt,
          actor_token_type: 'urn:ietf:params:oauth:token-type:jwt',
          requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
          scope: 'geocode',
          resource: 'https://world-mappers.test/api',
        },
        BASIC,
      ),
  })),
  {
    name: 'token exchange of an ID token',
    make: ({ tokens }) =>
      post(
        '/token',
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: tokens.id_token,
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          audience: 'https://photobox.test/api',
        },
        BASIC,
      ),
  },
  {
    name: 'JWT bearer',
    make: ({ program }) =>
      post(
        '/token',
        {
          grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          assertion: signJwt(assertionParts('all-basic', program.issuer, 'alice')),
          scope: 'openid',
          resource: 'https://photobox.test/api',
        },
        BASIC,
      ),
  },
  {
    name: 'CIBA poll',
    status: 400,
    make: async ({ send }) =>
      post(
        '/token',
        {
          grant_type: 'urn:openid:params:grant-type:ciba',
          auth_req_id: text(json(await send(post('/backchannel', CIBA, BASIC)))['auth_req_id']),
        },
        BASIC,
      ),
  },
  { name: 'CIBA request', make: () => post('/backchannel', CIBA, BASIC) },
  {
    name: 'CIBA request by request object',
    make: ({ program }) =>
      post(
        '/backchannel',
        { request: signJwt(requestObjectParts('all-basic', program.issuer, { scope: 'openid', login_hint: 'alice' })) },
        BASIC,
      ),
  },
  {
    name: 'device request',
    make: () =>
      post('/device_authorization', {
        client_id: 'all-public',
        scope: 'openid read:pictures',
        resource: 'https://photobox.test/api',
      }),
  },
]

async function freshCode({ send, session }: World): Promise<string> {
  const answer = await send(get('/authorize', AUTHORIZATION, { cookie: session }))
  const code = new URL(location(answer)).searchParams.get('code')
  if (code === null) throw new Error(`no code in ${location(answer)}`)
  return code
}
