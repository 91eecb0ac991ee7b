import * as fc from 'fast-check'
import { errors } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkClient } from '#shared/contract/check-client.ts'
import { clientSchema, type ClientFile } from '#shared/contract/client.ts'
import { completeClient } from '#shared/contract/complete-client.ts'
import {
  ACR_VALUES,
  CLIENT_AUTH_METHODS,
  CLIENT_SIGNING_ALGS,
  GRANT_TYPES,
  ID_TOKEN_ALGS,
  RESPONSE_MODES,
  RESPONSE_TYPES,
} from '#shared/contract/vocabulary.ts'
import { SIGNING_ALGS } from '#shared/model/key.ts'
import { createClientLookup } from '../../electron/core/issuer/clients.ts'
import { createSignInLinks } from '../../electron/core/issuer/interactions/sign-in-links.ts'
import { ensureKeys } from '../../electron/core/issuer/signing/keys.ts'
import { buildProvider } from '../../electron/core/issuer/provider.ts'
import { createShowPage } from '../../electron/core/issuer/show-page.ts'
import { SCENARIOS } from '../../electron/core/seed/scenarios.ts'
import { seedStore } from '../../electron/core/seed/seed-store.ts'
import { openStore } from '../../electron/core/store/open-store.ts'

const store = openStore()
const screens = 'http://localhost:4401'
let provider: ReturnType<typeof buildProvider>

beforeAll(async () => {
  seedStore(store)
  await ensureKeys(store)
  provider = buildProvider({
    store,
    issuer: 'http://localhost:4400',
    screens,
    frameAncestors: [screens],
    behindProxy: false,
    showPage: createShowPage([screens]),
    clients: createClientLookup({ store, internal: [], permissive: false }),
    cookieKeys: ['a'],
    dpopNonceSecret: Buffer.alloc(32),
    fetch,
    now: () => 1000,
    signInLinks: createSignInLinks(() => 1000),
    annotate: () => undefined,
    onServerError: () => undefined,
  })
})

afterAll(() => store.close())

/** What the issuer says against a client that the store holds; nothing when it takes it. */
async function refusal(client_id: string): Promise<string | undefined> {
  try {
    expect(await provider.Client.find(client_id)).toBeDefined()
    return undefined
  } catch (error) {
    if (error instanceof errors.InvalidClientMetadata) return error.error_description
    throw error
  }
}

test.each(SCENARIOS.flatMap(({ clients = [] }) => clients.map(({ client_id }) => client_id)))(
  '%s is taken by the issuer',
  async (id) => {
    expect(await refusal(id)).toBeUndefined()
  },
)

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 })
const one = (values: readonly unknown[]) => fc.constantFrom(...values)
const KEYS = {
  keys: [
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'oJncuX_f87eVC_TuAkSwD-vHwch7ms3ve_spKiveSv8',
      y: 'KBzf3ULo2kUKbEYF7NwTMYgRE5kQyvxyaXA03Ov22cU',
    },
  ],
}
const ADDRESSES = [
  'http://localhost:3000/cb',
  'http://127.0.0.1/cb',
  'http://[::1]',
  'https://app.example/cb',
  'https://localhost/cb',
  'http://intranet/cb',
  'app:/cb',
  'com.example.app://cb',
  'javascript:x',
  'http://localhost/#',
  'localhost:3000',
  '/cb',
]

const MEMBERS = {
  client_secret: one(['secret', 'with space & ünicode', '']),
  application_type: one(['web', 'native']),
  redirect_uris: some(ADDRESSES),
  post_logout_redirect_uris: some(ADDRESSES),
  grant_types: some(GRANT_TYPES),
  response_types: some(RESPONSE_TYPES),
  response_modes: some(RESPONSE_MODES),
  token_endpoint_auth_method: one(CLIENT_AUTH_METHODS),
  token_endpoint_auth_signing_alg: one(CLIENT_SIGNING_ALGS),
  scope: one(['openid profile', 'openid read:tasks offline_access', '']),
  jwks: one([KEYS, { keys: [] }]),
  jwks_uri: one(['https://app.example/jwks', 'http://localhost:3000/jwks']),
  contacts: some(['me@app.example', 'not an address', 'a@b@c', 'ü@app.example', 'me@app.example.']),
  client_uri: one(['https://app.example', 'http://', 'http://a b', 'ftp://x', 'https://[', 'https://%%/']),
  initiate_login_uri: one(['https://app.example/login', 'http://localhost/login', 'https://:99999/']),
  default_max_age: one([0, 60]),
  default_acr_values: some(ACR_VALUES),
  id_token_signed_response_alg: one(ID_TOKEN_ALGS),
  userinfo_signed_response_alg: one(SIGNING_ALGS),
  introspection_signed_response_alg: one(SIGNING_ALGS),
  authorization_signed_response_alg: one(SIGNING_ALGS),
  request_object_signing_alg: one(CLIENT_SIGNING_ALGS),
  backchannel_authentication_request_signing_alg: one(CLIENT_SIGNING_ALGS),
  backchannel_logout_uri: one(['http://localhost:3000/logout', 'https://app.example/logout']),
  backchannel_logout_session_required: fc.boolean(),
  backchannel_user_code_parameter: fc.boolean(),
  require_auth_time: fc.boolean(),
  require_signed_request_object: fc.boolean(),
  require_pushed_authorization_requests: fc.boolean(),
  dpop_bound_access_tokens: fc.boolean(),
  authorization_details_types: some(['appointment_booking', 'print_pictures']),
  subject_type: fc.constant('public'),
  valetkey: one([{ anyLoopbackRedirect: true }, { skipConsent: true, requirePkce: false }]),
}

/** A few members of the many: with all of them at once, hardly any client would be a possible one. */
const anyClient = fc
  .tuple(fc.record(MEMBERS), fc.subarray(Object.keys(MEMBERS), { maxLength: 8 }))
  .map(([all, names]) => ({
    client_id: 'any',
    redirect_uris: ['http://localhost:3000/cb'],
    ...Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))),
  }))

test('what the validator accepts, the issuer accepts', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(anyClient, async (any) => {
      const parsed = clientSchema.safeParse(any)
      if (!parsed.success || checkClient(parsed.data, []).length > 0) return
      accepted += 1
      store.clients.put(completeClient(parsed.data satisfies ClientFile), 'config')
      expect(await refusal('any')).toBeUndefined()
    }),
    { numRuns: 5000 },
  )
  expect(accepted).toBeGreaterThan(1000)
})
