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

import { type FieldGroup, type FieldOption, toOptions } from '../../common/edit/fields/field-spec.ts'
import { TEXT } from '../text.ts'
import { adviseRedirect } from '../advise-redirect.ts'

const words = TEXT.form
const SIGNING = toOptions(SIGNING_ALGS)

interface Surroundings {
  readonly apis: readonly FieldOption[]
  readonly redirects: readonly string[]
  readonly isNative: boolean
}

/** Everything that can be said of an application, in the order in which one thinks of it. */
export function buildGroups({ apis, redirects, isNative }: Surroundings): readonly FieldGroup[] {
  return [
    {
      id: 'about',
      title: words.groups.about,
      fields: [
        { member: 'client_name', kind: 'text', isProse: true },
        { member: 'client_uri', kind: 'text' },
        { member: 'logo_uri', kind: 'text' },
        { member: 'policy_uri', kind: 'text' },
        { member: 'tos_uri', kind: 'text' },
        { member: 'contacts', kind: 'list', placeholder: 'dev@app.test' },
      ],
    },
    {
      id: 'addresses',
      title: words.groups.addresses,
      fields: [
        { member: 'application_type', kind: 'choice', options: toOptions(['web', 'native']) },
        {
          member: 'redirect_uris',
          kind: 'list',
          placeholder: 'http://localhost:3000/callback',
          advise: (value) => adviseRedirect(value, { all: redirects, isNative }),
        },
        {
          member: 'valetkey.anyLoopbackRedirect',
          kind: 'switch',
          label: words.loopback,
          hint: words.loopbackHint,
        },
        { member: 'post_logout_redirect_uris', kind: 'list', placeholder: 'http://localhost:3000/' },
        { member: 'backchannel_logout_uri', kind: 'text', placeholder: 'http://localhost:3000/logout' },
        { member: 'backchannel_logout_session_required', kind: 'switch' },
        { member: 'initiate_login_uri', kind: 'text' },
      ],
    },
    {
      id: 'grants',
      title: words.groups.grants,
      fields: [
        { member: 'grant_types', kind: 'choices', options: toOptions(GRANT_TYPES) },
        { member: 'response_types', kind: 'choices', options: toOptions(RESPONSE_TYPES) },
        { member: 'response_modes', kind: 'choices', options: toOptions(RESPONSE_MODES), hint: words.responseModes },
        { member: 'valetkey.requirePkce', kind: 'switch', label: words.pkce, hint: words.pkceHint },
        {
          member: 'valetkey.refreshTokens',
          kind: 'choice',
          label: words.refresh,
          hint: words.refreshHint,
          options: [
            { value: 'offline_access', label: TEXT.settings.refreshOffline },
            { value: 'always', label: TEXT.settings.refreshAlways },
          ],
          none: words.refreshNone,
        },
      ],
    },
    {
      id: 'proof',
      title: words.groups.proof,
      fields: [
        { member: 'token_endpoint_auth_method', kind: 'choice', options: toOptions(CLIENT_AUTH_METHODS) },
        {
          member: 'token_endpoint_auth_signing_alg',
          kind: 'choice',
          options: toOptions(CLIENT_SIGNING_ALGS),
          none: words.any,
        },
        { member: 'jwks', kind: 'json' },
        { member: 'jwks_uri', kind: 'text', placeholder: 'http://localhost:3000/jwks' },
      ],
    },
    {
      id: 'permissions',
      title: words.groups.permissions,
      fields: [
        {
          member: 'valetkey.defaultApi',
          kind: 'choice',
          label: words.defaultApi,
          hint: words.defaultApiHint,
          options: apis,
          none: words.noApi,
        },
        { member: 'valetkey.skipConsent', kind: 'switch', label: words.skipConsent, hint: words.skipConsentHint },
        { member: 'authorization_details_types', kind: 'list' },
      ],
    },
    {
      id: 'tokens',
      title: words.groups.tokens,
      fields: [
        { member: 'id_token_signed_response_alg', kind: 'choice', options: toOptions(ID_TOKEN_ALGS), none: 'RS256' },
        { member: 'userinfo_signed_response_alg', kind: 'choice', options: SIGNING, none: words.plainJson },
        { member: 'introspection_signed_response_alg', kind: 'choice', options: SIGNING, none: 'RS256' },
        { member: 'authorization_signed_response_alg', kind: 'choice', options: SIGNING, none: 'RS256' },
        { member: 'dpop_bound_access_tokens', kind: 'switch' },
        { member: 'valetkey.requireDpopNonce', kind: 'switch', label: words.dpopNonce, hint: words.dpopNonceHint },
      ],
    },
    {
      id: 'requests',
      title: words.groups.requests,
      fields: [
        { member: 'require_pushed_authorization_requests', kind: 'switch' },
        { member: 'require_signed_request_object', kind: 'switch' },
        {
          member: 'request_object_signing_alg',
          kind: 'choice',
          options: toOptions(CLIENT_SIGNING_ALGS),
          none: words.any,
        },
        { member: 'default_max_age', kind: 'number', unit: words.seconds },
        { member: 'require_auth_time', kind: 'switch' },
        { member: 'default_acr_values', kind: 'choices', options: toOptions(ACR_VALUES) },
        { member: 'backchannel_user_code_parameter', kind: 'switch' },
        {
          member: 'backchannel_authentication_request_signing_alg',
          kind: 'choice',
          options: toOptions(CLIENT_SIGNING_ALGS.filter((alg) => alg !== 'HS256')),
          none: words.unsigned,
        },
      ],
    },
  ]
}

/** Members with a field that is none of the groups'. */
export const OTHER_FIELDS = ['scope', 'client_secret'] as const
