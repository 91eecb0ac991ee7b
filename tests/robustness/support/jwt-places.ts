/** Every place in which a request may carry a JWT, with a right request around it and the parts of a right token. */
import { basic, type Draft, get, post } from './draft.ts'
import { REDIRECT, SECRET } from './fuzz-clients.ts'
import { assertionParts, dpopParts, type Parts, requestObjectParts } from './signer.ts'
import type { World } from './world.ts'

export interface JwtPlace {
  readonly name: string
  /** Of a token that a client signs; left out where only the issuer could sign one. */
  readonly parts?: (world: World) => Parts
  /** A token of the issuer's to damage. */
  readonly genuine?: (world: World) => string
  readonly put: (token: string, world: World) => Draft
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const TOKEN_TYPE = 'urn:ietf:params:oauth:token-type'
const BASIC = basic('all-basic', SECRET)
const REQUEST = { response_type: 'code', redirect_uri: REDIRECT, scope: 'openid', response_mode: 'query', state: 's' }

const assertion = ({ program }: World) => assertionParts('all-jwt', program.issuer)
const requestObject = ({ program }: World) => requestObjectParts('all-skip', program.issuer, REQUEST)

function authenticated(path: string, form: Readonly<Record<string, string>>): JwtPlace {
  const put = (client_assertion: string) =>
    post(path, { ...form, client_assertion_type: ASSERTION_TYPE, client_assertion })
  return { name: `client_assertion at ${path}`, parts: assertion, put }
}

function proven(
  method: 'GET' | 'POST',
  path: string,
  draft: (world: World) => Draft,
  token?: (world: World) => string,
): JwtPlace {
  return {
    name: `DPoP at ${path}`,
    parts: (world) => dpopParts(method, `${world.program.issuer}${path}`, token?.(world)),
    put(dpop, world) {
      const right = draft(world)
      return { ...right, headers: [...right.headers, ['dpop', dpop]] }
    },
  }
}

function bearer(path: string, kind: 'jwt' | 'maps' | 'opaque' | 'agents'): JwtPlace {
  return {
    name: `bearer token at ${path}`,
    genuine: ({ tokens }) => tokens[kind],
    put: (token) => get(path, {}, { authorization: `Bearer ${token}` }),
  }
}

function exchanged(name: 'subject_token' | 'actor_token', type: string, genuine: JwtPlace['genuine']): JwtPlace {
  return {
    name: `${name} as ${type}`,
    ...(genuine && { genuine }),
    put: (token, { tokens }) =>
      post(
        '/token',
        {
          grant_type: EXCHANGE,
          subject_token: tokens.jwt,
          subject_token_type: `${TOKEN_TYPE}:jwt`,
          [name]: token,
          [`${name}_type`]: `${TOKEN_TYPE}:${type}`,
        },
        BASIC,
      ),
  }
}

export const JWT_PLACES: readonly JwtPlace[] = [
  authenticated('/token', { grant_type: 'client_credentials' }),
  authenticated('/par', { ...REQUEST, client_id: 'all-jwt' }),
  authenticated('/introspect', { token: 'x' }),
  authenticated('/revoke', { token: 'x' }),
  authenticated('/backchannel', { scope: 'openid', login_hint: 'alice' }),
  authenticated('/device_authorization', { scope: 'openid' }),
  {
    name: 'client_assertion by secret',
    parts: ({ program }) => assertionParts('all-secret-jwt', program.issuer),
    put: (client_assertion) =>
      post('/token', { grant_type: 'client_credentials', client_assertion_type: ASSERTION_TYPE, client_assertion }),
  },
  {
    name: 'request at /authorize',
    parts: requestObject,
    put: (request, { session }) =>
      get('/authorize', { client_id: 'all-skip', request }, { cookie: session, accept: 'text/html' }),
  },
  {
    name: 'request at /par',
    parts: requestObject,
    put: (request) => post('/par', { request }, basic('all-skip', SECRET)),
  },
  {
    name: 'request at /backchannel',
    parts: ({ program }) => requestObjectParts('all-basic', program.issuer, { scope: 'openid', login_hint: 'alice' }),
    put: (request) => post('/backchannel', { request }, BASIC),
  },
  {
    name: 'id_token_hint at /authorize',
    genuine: ({ tokens }) => tokens.id_token,
    put: (id_token_hint, { session }) =>
      get('/authorize', { client_id: 'all-basic', ...REQUEST, id_token_hint }, { cookie: session }),
  },
  {
    name: 'id_token_hint at /logout',
    genuine: ({ tokens }) => tokens.id_token,
    put: (id_token_hint, { session }) => get('/logout', { id_token_hint }, { cookie: session, accept: 'text/html' }),
  },
  {
    name: 'id_token_hint at /backchannel',
    genuine: ({ tokens }) => tokens.id_token,
    put: (id_token_hint) => post('/backchannel', { scope: 'openid', id_token_hint }, BASIC),
  },
  {
    name: 'assertion',
    parts: ({ program }) => assertionParts('all-basic', program.issuer, 'alice'),
    put: (jwt) =>
      post(
        '/token',
        { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt, scope: 'openid' },
        BASIC,
      ),
  },
  exchanged('subject_token', 'access_token', ({ tokens }) => tokens.jwt),
  exchanged('subject_token', 'jwt', ({ tokens }) => tokens.jwt),
  exchanged('subject_token', 'id_token', ({ tokens }) => tokens.id_token),
  exchanged('actor_token', 'access_token', ({ tokens }) => tokens.opaque),
  proven('POST', '/token', () => post('/token', { grant_type: 'client_credentials' }, BASIC)),
  proven('POST', '/par', () => post('/par', REQUEST, basic('all-skip', SECRET))),
  proven(
    'GET',
    '/userinfo',
    ({ tokens }) => get('/userinfo', {}, { authorization: `DPoP ${tokens.bound}` }),
    ({ tokens }) => tokens.bound,
  ),
  proven(
    'GET',
    '/apis/photobox/pictures',
    ({ tokens }) => get('/apis/photobox/pictures', {}, { authorization: `DPoP ${tokens.bound}` }),
    ({ tokens }) => tokens.bound,
  ),
  bearer('/userinfo', 'jwt'),
  bearer('/apis/organizer/contacts', 'jwt'),
  bearer('/apis/photobox/pictures', 'opaque'),
  bearer('/apis/world-mappers/geocode?q=Berlin', 'maps'),
  bearer('/apis/agents/mcp', 'agents'),
  {
    name: 'registration access token',
    genuine: ({ tokens }) => tokens.registration.token,
    put: (token, { tokens }) => get(tokens.registration.path, {}, { authorization: `Bearer ${token}` }),
  },
  ...['/introspect', '/revoke'].flatMap((path): JwtPlace[] => [
    { name: `token at ${path}`, genuine: ({ tokens }) => tokens.jwt, put: (token) => post(path, { token }, BASIC) },
    {
      name: `opaque token at ${path}`,
      genuine: () => 'DLwhVoOnVJWKZNLVQVmCKRc_ymMv-ZxzLCkSrXDIJXp',
      put: (token) => post(path, { token }, BASIC),
    },
  ]),
]
