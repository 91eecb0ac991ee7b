/** An issuer and an API that answer as the examples of the specifications do. */
import type { ClientMetadata } from '../../model/client.ts'
import { findHeader } from '../../model/headers.ts'
import { splitScope } from '../../oauth/scope.ts'
import { requestedScope } from '../scope.ts'
import { readParameters } from '../draft.ts'
import type { Answer, Arrival, Context, Draft, FlowApi, IssuerMetadata, JsonObject, Step } from '../flow.ts'
import { maybeText } from '../known.ts'
import { fakeJwt, NOW } from './fake-tools.ts'

export const ISSUER = 'https://server.example.com'
export const CALLBACK = 'http://localhost:4401/callback'

export const METADATA: IssuerMetadata = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  userinfo_endpoint: `${ISSUER}/userinfo`,
  jwks_uri: `${ISSUER}/jwks`,
  pushed_authorization_request_endpoint: `${ISSUER}/par`,
  device_authorization_endpoint: `${ISSUER}/device_authorization`,
  backchannel_authentication_endpoint: `${ISSUER}/backchannel`,
  registration_endpoint: `${ISSUER}/register`,
  end_session_endpoint: `${ISSUER}/logout`,
  authorization_response_iss_parameter_supported: true,
}

export const API: FlowApi = {
  identifier: 'https://organizer.test/api',
  name: 'Organizer',
  calls: ['read:contacts', 'read:appointments', 'read:tasks', 'read:pictures', 'geocode', 'route', 'mcp:tools'].map(
    (scope) => ({ title: scope, method: 'GET', url: `${ISSUER}/apis/${scope}`, scope }),
  ),
}

export const CODE = 'SplxlOBeZQQYbYS6WxSbIA'
export const ACCESS_TOKEN = '2YotnFZFEjr1zCsicMWpAA'
export const SUBJECT = '248289761001'

export function json(body: JsonObject, status = 200): Answer {
  const headers: Answer['headers'] = [['content-type', 'application/json']]
  return { status, statusText: '', headers, body: JSON.stringify(body) }
}

export function idTokenClaims(context: Context): JsonObject {
  const nonce = maybeText(context, 'nonce')
  return {
    iss: context.issuer.issuer,
    sub: SUBJECT,
    aud: context.client.client_id,
    ...(nonce !== undefined && { nonce }),
    exp: NOW + 1000,
    iat: NOW,
  }
}

export interface World {
  answer(context: Context, step: Step, draft: Draft): Answer
  arrive(context: Context, draft: Draft): Arrival
}

/** Remembers nothing but the refresh tokens that were used. */
export function createWorld(): World {
  const used = new Set<string>()
  let alarm = false
  let count = 0
  const token = (context: Context, draft: Draft): Answer => {
    const form = new URLSearchParams(draft.body ?? '')
    const refresh_token = form.get('refresh_token')
    if (refresh_token !== null) {
      if (alarm || used.has(refresh_token)) {
        alarm = true
        return json({ error: 'invalid_grant' }, 400)
      }
      used.add(refresh_token)
    }
    count += 1
    const scope = form.get('scope') ?? requestedScope(context.choice).join(' ')
    const withUser = scope.includes('openid')
    return json({
      access_token: `${ACCESS_TOKEN}-${count}`,
      token_type: findHeader(draft.headers, 'dpop') === undefined ? 'Bearer' : 'DPoP',
      expires_in: 3600,
      scope,
      ...((scope.includes('offline_access') || refresh_token !== null) && {
        refresh_token: `tGzv3JOkF0XG5Qx2TlKWIA-${count}`,
      }),
      ...(withUser && { id_token: fakeJwt(idTokenClaims(context)) }),
    })
  }
  const api = (draft: Draft): Answer => {
    const call = API.calls?.find(({ url }) => url === draft.url)
    const authorization = findHeader(draft.headers, 'authorization')
    if (authorization === undefined) return json({}, 401)
    if (alarm) return json({ error: 'invalid_token' }, 401)
    return scopes.has(call?.scope ?? '') ? json({ items: [] }) : json({ error: 'insufficient_scope' }, 403)
  }
  const scopes = new Set<string>()
  return {
    answer(context, _step, draft) {
      for (const scope of splitScope(maybeText(context, 'scope') ?? '')) scopes.add(scope)
      if (draft.url === METADATA.token_endpoint) return token(context, draft)
      if (draft.url === METADATA['userinfo_endpoint']) return json({ sub: SUBJECT, name: 'Jane Doe' })
      return api(draft)
    },
    arrive(context, draft) {
      const asked = Object.fromEntries(readParameters(draft))
      const parameters = { code: CODE, state: asked['state'] ?? '', iss: context.issuer.issuer }
      return { url: `${CALLBACK}?${new URLSearchParams(parameters).toString()}`, via: 'query', parameters }
    },
  }
}

export const CONFIDENTIAL: ClientMetadata = {
  client_id: 's6BhdRkqt3',
  client_name: 'Example',
  client_secret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  redirect_uris: [CALLBACK],
  grant_types: ['authorization_code', 'implicit', 'refresh_token'],
  response_types: ['code', 'id_token', 'code id_token', 'code token', 'code id_token token'],
}
