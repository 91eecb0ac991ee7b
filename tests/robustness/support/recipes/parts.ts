import { basic, type Draft } from '../draft.ts'
import { REDIRECT, SECRET } from '../fuzz-clients.ts'
import { assertionParts, signJwt } from '../signer.ts'
import type { World } from '../world.ts'

export interface Recipe {
  readonly name: string
  readonly to?: 'issuer' | 'screens'
  /** Of the answer when nothing is damaged; 200 when it is not said. */
  readonly status?: number
  readonly make: (world: World) => Draft | Promise<Draft>
}

export const BASIC = basic('all-basic', SECRET)
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
export const HTML = { accept: 'text/html' }

export const AUTHORIZATION = {
  client_id: 'all-skip',
  redirect_uri: REDIRECT,
  response_type: 'code',
  scope: 'openid profile offline_access read:pictures',
  state: 's',
  nonce: 'n',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
  resource: 'https://photobox.test/api',
  max_age: '1000',
  acr_values: 'urn:valetkey:acr:password',
  ui_locales: 'en',
  login_hint: 'alice',
  claims: '{"id_token":{"email":null},"userinfo":{"name":{"essential":true}}}',
  display: 'page',
}
export const CIBA = {
  scope: 'openid geocode',
  login_hint: 'alice',
  binding_message: 'x',
  requested_expiry: '60',
  resource: 'https://world-mappers.test/api',
  acr_values: 'a',
  user_code: '1',
}
export const RAR = '[{"type":"print_pictures","locations":["x"],"actions":["print"]}]'

/** For a pushed request or a claim in a request object: the same without what only the query knows. */
export const { client_id: _client, ...PARAMS } = AUTHORIZATION

export function assertionFor(
  client_id: string,
  { program }: World,
): { client_assertion_type: string; client_assertion: string } {
  return { client_assertion_type: ASSERTION_TYPE, client_assertion: signJwt(assertionParts(client_id, program.issuer)) }
}

/** What a form of the issuer's carries unseen. */
export function hiddenValue(html: Buffer, name: string): string {
  return new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html.toString('utf8'))?.[1] ?? ''
}
