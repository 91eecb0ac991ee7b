import * as z from 'zod'

import { SIGNING_ALGS } from '#shared/model/key.ts'

import { clientSettingsSchema } from './client-settings.ts'
import { httpsAddress, nonEmptyText, visibleText, webAddress } from './text.ts'
import {
  ACR_VALUES,
  CLIENT_AUTH_METHODS,
  CLIENT_SIGNING_ALGS,
  GRANT_TYPES,
  ID_TOKEN_ALGS,
  RESPONSE_MODES,
  RESPONSE_TYPES,
} from './vocabulary.ts'

/** The grammar of HTML's e-mail field, which the issuer goes by. */
const EMAIL = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/

const jwks = z.strictObject({
  keys: z.array(
    z.looseObject({
      kty: nonEmptyText,
      kid: nonEmptyText.exactOptional(),
      use: nonEmptyText.exactOptional(),
      alg: nonEmptyText.exactOptional(),
    }),
  ),
})

/** RFC 7591 section 2, and what the OpenID Connect registration documents add to it. */
const identity = {
  client_id: visibleText.meta({ description: 'What the application calls itself in requests.', examples: ['my-app'] }),
  client_name: nonEmptyText.optional().meta({ description: 'As the consent page names it.', examples: ['My app'] }),
  client_secret: visibleText.optional().meta({ description: 'Left out: a public client, or one with keys.' }),
  application_type: z.enum(['web', 'native']).optional().meta({
    default: 'web',
    description: 'native: private schemes are allowed, and the port of a loopback address is free (RFC 8252).',
  }),
  client_uri: webAddress.optional().meta({ description: 'Home page.' }),
  logo_uri: webAddress.optional().meta({ description: 'Picture for the consent page.' }),
  policy_uri: webAddress.optional().meta({ description: 'Privacy policy.' }),
  tos_uri: webAddress.optional().meta({ description: 'Terms of service.' }),
  contacts: z
    .array(z.string().regex(EMAIL, { error: 'an e-mail address' }))
    .optional()
    .meta({ description: 'E-mail addresses of those responsible.' }),
  software_id: nonEmptyText.optional(),
  software_version: nonEmptyText.optional(),
  client_id_issued_at: z.int().min(0).optional().meta({ description: 'Seconds since the epoch.' }),
  client_secret_expires_at: z.int().min(0).optional().meta({ description: 'Seconds since the epoch; 0: never.' }),
}

const flows = {
  redirect_uris: z
    .array(z.string())
    .optional()
    .meta({
      description: 'Where the browser may be sent back to, compared character by character. http is fine on loopback.',
      examples: [['http://localhost:5173/callback']],
    }),
  post_logout_redirect_uris: z
    .array(z.string())
    .optional()
    .meta({
      description: 'Where the browser may be sent after logout.',
      examples: [['http://localhost:5173/']],
    }),
  grant_types: z.array(z.enum(GRANT_TYPES)).optional().meta({
    description: 'Left out: those that response_types needs, or authorization_code.',
  }),
  response_types: z.array(z.enum(RESPONSE_TYPES)).optional().meta({
    description: 'Left out: all that grant_types allows; none for a client without users.',
  }),
  response_modes: z.array(z.enum(RESPONSE_MODES)).min(1).optional().meta({ description: 'Left out: all of them.' }),
  scope: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/, {
      error: 'scopes with one space between them, such as "openid profile"',
    })
    .optional()
    .meta({ description: 'What it may ask for. Left out: anything.', examples: ['openid profile offline_access'] }),
  authorization_details_types: z.array(nonEmptyText).optional().meta({
    description: 'Types of authorization_details that it may ask for (RFC 9396).',
  }),
}

const authentication = {
  token_endpoint_auth_method: z.enum(CLIENT_AUTH_METHODS).optional().meta({
    description: 'Left out: client_secret_basic with a secret, private_key_jwt with keys, otherwise none.',
  }),
  token_endpoint_auth_signing_alg: z.enum(CLIENT_SIGNING_ALGS).optional(),
  jwks: jwks.optional().meta({ description: 'Its public keys (RFC 7517).' }),
  jwks_uri: webAddress.optional().meta({ description: 'Where its public keys are.' }),
  default_max_age: z.int().min(0).optional().meta({ description: 'Seconds since the last sign-in.' }),
  default_acr_values: z.array(z.enum(ACR_VALUES)).optional(),
  require_auth_time: z.boolean().optional().meta({ default: false }),
  initiate_login_uri: httpsAddress.optional(),
  subject_type: z.enum(['public']).optional().meta({ description: 'Every client sees the same sub: the user name.' }),
  sector_identifier_uri: httpsAddress.optional(),
}

const signatures = {
  id_token_signed_response_alg: z.enum(ID_TOKEN_ALGS).optional().meta({ default: 'RS256' }),
  userinfo_signed_response_alg: z.enum(SIGNING_ALGS).optional().meta({ description: 'Left out: plain JSON.' }),
  introspection_signed_response_alg: z.enum(SIGNING_ALGS).optional().meta({ default: 'RS256' }),
  authorization_signed_response_alg: z.enum(SIGNING_ALGS).optional().meta({ default: 'RS256' }),
  request_object_signing_alg: z.enum(CLIENT_SIGNING_ALGS).optional(),
  require_signed_request_object: z.boolean().optional().meta({ default: false, description: 'RFC 9101.' }),
  require_pushed_authorization_requests: z.boolean().optional().meta({ default: false, description: 'RFC 9126.' }),
  dpop_bound_access_tokens: z.boolean().optional().meta({ default: false, description: 'RFC 9449.' }),
}

const backchannel = {
  backchannel_logout_uri: webAddress.optional().meta({ description: 'Told when a user of the client signs out.' }),
  backchannel_logout_session_required: z.boolean().optional().meta({ default: false }),
  backchannel_token_delivery_mode: z.enum(['poll']).optional().meta({ default: 'poll', description: 'For CIBA.' }),
  backchannel_user_code_parameter: z.boolean().optional().meta({ default: false }),
  backchannel_authentication_request_signing_alg: z
    .enum(CLIENT_SIGNING_ALGS)
    .exclude(['HS256'])
    .optional()
    .meta({ description: 'What its CIBA requests are signed with. Left out: they need not be.' }),
}

export const clientSchema = z
  .strictObject({
    ...identity,
    ...flows,
    ...authentication,
    ...signatures,
    ...backchannel,
    valetkey: clientSettingsSchema.optional(),
  })
  .meta({ id: 'client', title: 'Client', description: 'An application, by the metadata names of RFC 7591.' })

export type ClientFile = z.input<typeof clientSchema>
