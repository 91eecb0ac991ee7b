/**
 * Requests that are right, one for each thing the program can be asked, made fresh each time so that they still are.
 * What is damaged afterwards gets as deep as it can before the damage is noticed.
 */
import { basic, type Draft, get, post, sendJson } from './draft.ts'
import { REDIRECT, SECRET } from './fuzz-clients.ts'
import { assertionParts, dpopParts, requestObjectParts, signJwt } from './signer.ts'
import { location, openInteraction, passwordGrant, signIn, text, type World } from './world.ts'

export interface Recipe {
  readonly name: string
  readonly to?: 'issuer' | 'screens'
  readonly make: (world: World) => Draft | Promise<Draft>
}

const BASIC = basic('all-basic', SECRET)
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const HTML = { accept: 'text/html' }

const AUTHORIZATION = {
  client_id: 'all-skip', redirect_uri: REDIRECT, response_type: 'code', scope: 'openid profile offline_access read:pictures', state: 's', nonce: 'n',
  code_challenge: CHALLENGE, code_challenge_method: 'S256', resource: 'https://photobox.test/api', max_age: '1000', acr_values: 'urn:valetkey:acr:password', ui_locales: 'en',
  login_hint: 'alice', claims: '{"id_token":{"email":null},"userinfo":{"name":{"essential":true}}}', display: 'page',
}
const RAR = '[{"type":"print_pictures","locations":["x"],"actions":["print"]}]'

/** For a pushed request or a claim in a request object: the same without what only the query knows. */
const { client_id: _client, ...PARAMS } = AUTHORIZATION

function authorize(params: Readonly<Record<string, string>>): Recipe['make'] {
  return ({ session }) => get('/authorize', { ...AUTHORIZATION, ...params }, { ...HTML, cookie: session })
}

function token(form: Readonly<Record<string, string>>): Recipe['make'] {
  return () => post('/token', form, BASIC)
}

function assertionFor(client_id: string, { program }: World): { client_assertion_type: string; client_assertion: string } {
  return { client_assertion_type: ASSERTION_TYPE, client_assertion: signJwt(assertionParts(client_id, program.issuer)) }
}

export async function freshCode({ send, session }: World, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await send(get('/authorize', { ...AUTHORIZATION, ...more }, { cookie: session }))
  const code = new URL(location(answer)).searchParams.get('code')
  if (code === null) throw new Error(`no code in ${location(answer)}`)
  return code
}

export const RECIPES: readonly Recipe[] = [
  ...['code', 'none', 'token', 'id_token', 'id_token token', 'code id_token', 'code token', 'code id_token token'].map((response_type) => ({
    name: `authorize ${response_type}`,
    make: authorize({ response_type }),
  })),
  ...['query', 'fragment', 'form_post', 'jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'].map((response_mode) => ({
    name: `authorize by ${response_mode}`,
    make: authorize({ response_mode }),
  })),
  { name: 'authorize with details', make: authorize({ authorization_details: RAR, prompt: 'consent' }) },
  { name: 'authorize silently', make: ({ tokens, session }) => get('/authorize', { ...AUTHORIZATION, prompt: 'none', id_token_hint: tokens.id_token }, { cookie: session }) },
  { name: 'authorize with a request object', make: ({ program, session }) => get('/authorize', { client_id: 'all-skip', request: signJwt(requestObjectParts('all-skip', program.issuer, PARAMS)) }, { ...HTML, cookie: session }) },
  { name: 'authorize without a session', make: () => get('/authorize', AUTHORIZATION, HTML) },
  { name: 'authorize by POST', make: ({ session }) => post('/authorize', AUTHORIZATION, { cookie: session }) },
  {
    name: 'authorize what was pushed',
    make: async ({ send, session }) => {
      const pushed = JSON.parse((await send(post('/par', AUTHORIZATION, basic('all-skip', SECRET)))).body.toString()) as { request_uri: string }
      return get('/authorize', { client_id: 'all-skip', request_uri: pushed.request_uri }, { ...HTML, cookie: session })
    },
  },
  { name: 'resume', make: ({ session }) => get('/authorize/abcdefghijklmnopqrstu', {}, { ...HTML, cookie: session }) },
  {
    name: 'sign in',
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
    make: async ({ send, session }) => {
      const query = { client_id: 'all-basic', scope: AUTHORIZATION.scope, claims: AUTHORIZATION.claims, authorization_details: RAR, resource: AUTHORIZATION.resource }
      const { path, cookie } = await openInteraction(send, query, session)
      return post(path, { scope: 'profile', action: 'allow' }, { ...HTML, cookie })
    },
  },
  {
    name: 'the second factor',
    make: async ({ send }) => {
      const { path, cookie } = await openInteraction(send, { client_id: 'all-skip' })
      const signedIn = await send(post(path, { account: 'carol' }, { cookie }))
      const resumed = await send(get(new URL(location(signedIn)).pathname, {}, { cookie }))
      return post(location(resumed), { code: '123456', action: 'verify' }, { ...HTML, cookie })
    },
  },
  { name: 'code', make: async (world) => post('/token', { grant_type: 'authorization_code', code: await freshCode(world), redirect_uri: REDIRECT, code_verifier: VERIFIER, resource: AUTHORIZATION.resource }, basic('all-skip', SECRET)) },
  { name: 'refresh', make: async ({ send }) => post('/token', { grant_type: 'refresh_token', refresh_token: text((await passwordGrant(send, 'https://photobox.test/api'))['refresh_token']), scope: 'openid', resource: 'https://photobox.test/api' }, BASIC) },
  { name: 'client credentials', make: token({ grant_type: 'client_credentials', scope: 'geocode', resource: 'https://world-mappers.test/api' }) },
  { name: 'client credentials, opaque, by audience', make: token({ grant_type: 'client_credentials', scope: 'read:pictures', audience: 'https://photobox.test/api' }) },
  { name: 'client credentials by post', make: () => post('/token', { grant_type: 'client_credentials', client_id: 'all-post', client_secret: SECRET, scope: 'geocode' }) },
  { name: 'client credentials by private key', make: (world) => post('/token', { grant_type: 'client_credentials', ...assertionFor('all-jwt', world) }) },
  { name: 'client credentials with DPoP', make: ({ program }) => post('/token', { grant_type: 'client_credentials' }, { ...BASIC, dpop: signJwt(dpopParts('POST', `${program.issuer}/token`)) }) },
  { name: 'client credentials with a DPoP nonce', make: ({ program }) => post('/token', { grant_type: 'client_credentials' }, { ...basic('all-nonce', SECRET), dpop: signJwt(dpopParts('POST', `${program.issuer}/token`)) }) },
  { name: 'password', make: token({ grant_type: 'password', username: 'alice', password: 'alice', scope: 'openid profile offline_access read:contacts', resource: 'https://organizer.test/api' }) },
  { name: 'password, signed otherwise', make: () => post('/token', { grant_type: 'password', username: 'bob', password: 'bob', scope: 'openid email' }, basic('all-signed', SECRET)) },
  { name: 'device code', make: ({ tokens }) => post('/token', { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: tokens.device_code, client_id: 'couch-tv' }) },
  ...(['opaque', 'jwt'] as const).map((kind): Recipe => ({
    name: `token exchange of an access token (${kind})`,
    make: ({ tokens }) => post('/token', { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: tokens[kind], subject_token_type: 'urn:ietf:params:oauth:token-type:access_token', actor_token: tokens.jwt, actor_token_type: 'urn:ietf:params:oauth:token-type:jwt', requested_token_type: 'urn:ietf:params:oauth:token-type:access_token', scope: 'geocode', resource: 'https://world-mappers.test/api' }, BASIC),
  })),
  { name: 'token exchange of an ID token', make: ({ tokens }) => post('/token', { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', subject_token: tokens.id_token, subject_token_type: 'urn:ietf:params:oauth:token-type:id_token', audience: 'https://photobox.test/api' }, BASIC) },
  { name: 'JWT bearer', make: ({ program }) => post('/token', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: signJwt(assertionParts('all-basic', program.issuer, 'alice')), scope: 'openid', resource: 'https://photobox.test/api' }, BASIC) },
  { name: 'CIBA poll', make: token({ grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id: 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq' }) },
  { name: 'CIBA request', make: () => post('/backchannel', { scope: 'openid geocode', login_hint: 'alice', binding_message: 'x', requested_expiry: '60', resource: 'https://world-mappers.test/api', acr_values: 'a', user_code: '1' }, BASIC) },
  { name: 'CIBA request by request object', make: ({ program }) => post('/backchannel', { request: signJwt(requestObjectParts('all-basic', program.issuer, { scope: 'openid', login_hint: 'alice' })) }, BASIC) },
  { name: 'push', make: () => post('/par', AUTHORIZATION, basic('all-skip', SECRET)) },
  { name: 'push a request object', make: (world) => post('/par', { client_id: 'all-jwt', ...assertionFor('all-jwt', world), request: signJwt(requestObjectParts('all-jwt', world.program.issuer, PARAMS)) }) },
  { name: 'device request', make: () => post('/device_authorization', { client_id: 'all-public', scope: 'openid read:pictures', resource: 'https://photobox.test/api' }) },
  { name: 'device page', make: ({ tokens, session }) => get('/device', { user_code: tokens.user_code }, { ...HTML, cookie: session }) },
  { name: 'device code typed', make: ({ tokens, session }) => post('/device', { xsrf: 'x', user_code: tokens.user_code, confirm: 'yes' }, { ...HTML, cookie: session }) },
  { name: 'device code typed in the right form', make: typeDeviceCode },
  { name: 'device resume', make: ({ session }) => get('/device/abcdefghijklmnopqrstu', {}, { ...HTML, cookie: session }) },
  ...(['opaque', 'jwt', 'refresh_token', 'id_token', 'device_code'] as const).map((kind): Recipe => ({
    name: `introspect ${kind}`,
    make: ({ tokens }) => post('/introspect', { token: tokens[kind], token_type_hint: 'access_token' }, { ...BASIC, accept: 'application/token-introspection+jwt' }),
  })),
  { name: 'introspect signed', make: ({ tokens }) => post('/introspect', { token: tokens.jwt }, { ...basic('all-signed', SECRET), accept: 'application/token-introspection+jwt' }) },
  { name: 'introspect as a client with a key', make: (world) => post('/introspect', { token: world.tokens.opaque, ...assertionFor('all-jwt', world) }) },
  { name: 'revoke', make: async ({ send }) => post('/revoke', { token: text((await passwordGrant(send, 'https://organizer.test/api'))['access_token']), token_type_hint: 'refresh_token' }, BASIC) },
  { name: 'userinfo', make: ({ tokens }) => get('/userinfo', {}, { authorization: `Bearer ${tokens.opaque}` }) },
  { name: 'userinfo by a JWT', make: ({ tokens }) => get('/userinfo', {}, { authorization: `Bearer ${tokens.jwt}` }) },
  { name: 'userinfo by POST', make: ({ tokens }) => post('/userinfo', { access_token: tokens.opaque }) },
  { name: 'userinfo with DPoP', make: ({ tokens, program }) => get('/userinfo', {}, { authorization: `DPoP ${tokens.opaque}`, dpop: signJwt(dpopParts('GET', `${program.issuer}/userinfo`)) }) },
  { name: 'register', make: () => sendJson('POST', '/register', REGISTRATION) },
  { name: 'read a registration', make: ({ tokens: { registration } }) => get(registration.path, {}, { authorization: `Bearer ${registration.token}` }) },
  { name: 'change a registration', make: ({ tokens: { registration } }) => sendJson('PUT', registration.path, { ...registration.metadata, ...REGISTRATION }, { authorization: `Bearer ${registration.token}` }) },
  { name: 'sign out', make: ({ tokens, session }) => get('/logout', { id_token_hint: tokens.id_token, client_id: 'all-basic', post_logout_redirect_uri: 'http://localhost:3999/', state: 's', ui_locales: 'en' }, { ...HTML, cookie: session }) },
  { name: 'sign out by POST', make: ({ tokens }) => post('/logout', { id_token_hint: tokens.id_token }) },
  { name: 'confirm signing out', make: confirmSignOut },
  { name: 'signed out', make: () => get('/logout/success', { client_id: 'all-basic' }, HTML) },
  { name: 'approvals', make: () => get('/approvals', {}, HTML) },
  { name: 'approve', make: ({ host }) => post('/approvals', { csrf: 'x', request: 'y', action: 'approve' }, { ...HTML, cookie: `valetkey_${host.split(':')[1]}_approvals=x` }) },
  { name: 'OpenID discovery', make: () => get('/.well-known/openid-configuration', {}, { origin: 'http://localhost:5173' }) },
  { name: 'OAuth discovery', make: () => get('/.well-known/oauth-authorization-server') },
  { name: 'resource metadata', make: () => get('/.well-known/oauth-protected-resource/apis/organizer') },
  { name: 'keys', make: () => get('/jwks') },
  { name: 'preflight', make: () => ({ ...get('/token', {}, { origin: 'http://localhost:5173', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }), method: 'OPTIONS' }) },
  { name: 'asset', make: () => get('/assets/fonts/inter.woff2') },
  { name: 'nowhere', make: () => get('/nowhere', {}, HTML) },
  { name: 'APIs', make: () => get('/apis') },
  { name: 'contacts', make: ({ tokens }) => get('/apis/organizer/contacts', {}, { authorization: `Bearer ${tokens.jwt}` }) },
  { name: 'a new contact', make: ({ tokens }) => sendJson('POST', '/apis/organizer/contacts', { name: 'Zed', email: 'zed@example.test' }, { authorization: `Bearer ${tokens.jwt}` }) },
  { name: 'pictures', make: ({ tokens }) => get('/apis/photobox/pictures', {}, { authorization: `Bearer ${tokens.opaque}` }) },
  { name: 'pictures with DPoP', make: ({ tokens, program }) => get('/apis/photobox/pictures', {}, { authorization: `DPoP ${tokens.opaque}`, dpop: signJwt(dpopParts('GET', `${program.issuer}/apis/photobox/pictures`)) }) },
  { name: 'geocode', make: ({ tokens }) => get('/apis/world-mappers/geocode', { q: 'Berlin' }, { authorization: `Bearer ${tokens.jwt}` }) },
  { name: 'route', make: ({ tokens }) => get('/apis/world-mappers/route', { from: '1,2', to: '3,4' }, { authorization: `Bearer ${tokens.jwt}` }) },
  { name: 'MCP', make: ({ tokens }) => sendJson('POST', '/apis/agents/mcp', { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } } }, { authorization: `Bearer ${tokens.jwt}`, accept: 'application/json, text/event-stream' }) },
  { name: 'screens', to: 'screens', make: () => get('/', {}, HTML) },
  { name: 'management', to: 'screens', make: ({ program }) => get('/api/v1/clients', {}, { authorization: `Bearer ${program.ready.token}` }) },
  { name: 'own redirect address', to: 'screens', make: () => get('/callback', { code: 'x', state: 'y' }, HTML) },
]

const REGISTRATION = {
  client_name: 'Fuzzed', application_type: 'web', redirect_uris: [REDIRECT], post_logout_redirect_uris: ['http://localhost:3999/'],
  grant_types: ['authorization_code', 'refresh_token', 'implicit'], response_types: ['code', 'id_token'], token_endpoint_auth_method: 'client_secret_basic', scope: 'openid read:contacts',
  contacts: ['a@example.test'], logo_uri: 'http://localhost:3999/logo.png', client_uri: 'http://localhost:3999/', policy_uri: 'http://localhost:3999/p', tos_uri: 'http://localhost:3999/t',
  jwks: { keys: [] }, subject_type: 'public', default_max_age: 60, require_auth_time: false, default_acr_values: ['urn:valetkey:acr:password'], initiate_login_uri: 'https://localhost/login',
  id_token_signed_response_alg: 'RS256', userinfo_signed_response_alg: 'ES256', request_object_signing_alg: 'ES256', authorization_signed_response_alg: 'RS256',
  backchannel_logout_uri: 'http://localhost:3999/out', backchannel_logout_session_required: true, dpop_bound_access_tokens: false, require_pushed_authorization_requests: false,
  authorization_details_types: ['print_pictures'], tls_client_certificate_bound_access_tokens: false, software_id: 'x',
}

async function typeDeviceCode({ send, tokens, session }: World): Promise<Draft> {
  const page = await send(get('/device', { user_code: tokens.user_code }, { ...HTML, cookie: session }))
  return post('/device', { xsrf: hiddenValue(page.body, 'xsrf'), user_code: tokens.user_code, confirm: 'yes' }, { ...HTML, cookie: session })
}

async function confirmSignOut({ send }: World): Promise<Draft> {
  const session = await signIn(send)
  const page = await send(get('/logout', {}, { ...HTML, cookie: session }))
  return post('/logout/confirm', { xsrf: hiddenValue(page.body, 'xsrf'), logout: 'yes' }, { ...HTML, cookie: session })
}

function hiddenValue(html: Buffer, name: string): string {
  return new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html.toString('utf8'))?.[1] ?? ''
}
