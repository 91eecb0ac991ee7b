/** Which walkthrough a recorded request is a part of, read from what it says. */
import type { ClientMetadata } from '../model/client.ts'
import type { Exchange, ExchangeSummary } from '../model/exchange.ts'
import { contentType, findHeader } from '../model/headers.ts'
import { GRANT } from '../oauth/protocol.ts'
import { splitScope } from '../oauth/scope.ts'
import { defaultChoice, fitLayers } from './choice.ts'
import type { Choice, Flow, LayerId } from './flow.ts'
import { buildSteps, findFlow } from './flows.ts'

export type Suggestion =
  | { readonly kind: 'walk'; readonly flow: string; readonly choice: Choice; readonly step: string | undefined }
  /** Why there is none, in words. */
  | { readonly kind: 'none'; readonly why: string }

interface Surroundings {
  /** The others of its sign-in: what was asked for in the beginning stands with them. */
  readonly siblings?: readonly ExchangeSummary[]
  readonly client: ClientMetadata | undefined
}

type Parameters = Readonly<Record<string, string>>

interface Place {
  readonly flow: string
  readonly step?: string
  readonly variant?: string | undefined
}

export function suggestWalk(exchange: Exchange, { siblings = [], client }: Surroundings): Suggestion {
  const sent = readParameters(exchange)
  const asked = readAsked(siblings)
  const place = findPlace(exchange, sent, asked, client)
  if (typeof place === 'string') return { kind: 'none', why: place }
  const flow = findFlow(place.flow)
  const client_id = exchange.client_id ?? asked['client_id']
  if (flow === undefined || client_id === undefined)
    return { kind: 'none', why: 'It does not say for which application it is.' }
  if (client === undefined) return { kind: 'none', why: `There is no application ${client_id}.` }
  const all = { ...asked, ...sent }
  const choice = fitLayers(flow, buildChoice({ flow, place, all, exchange, client }), client)
  const isThere = buildSteps(flow, choice).some(({ id }) => id === place.step)
  return { kind: 'walk', flow: flow.id, choice, step: isThere ? place.step : undefined }
}

interface Found {
  readonly flow: Flow
  readonly place: Place
  readonly all: Parameters
  readonly exchange: Exchange
  readonly client: ClientMetadata
}

function buildChoice({ flow, place, all, exchange, client }: Found): Choice {
  const { client_id } = client
  const usual = defaultChoice(flow, exchange.user, client)
  const asked = all['scope'] === undefined ? undefined : splitScope(all['scope'])
  const layers = asked === undefined ? usual.layers : readLayers(all, asked, exchange)
  return {
    ...usual,
    client_id,
    layers: [
      ...new Set([...layers, ...(findHeader(exchange.request.headers, 'dpop') === undefined ? [] : ['dpop' as const])]),
    ],
    ...(asked !== undefined && { scope: asked.filter((name) => !BY_LAYER.has(name)) }),
    ...(all['resource'] !== undefined && { api: all['resource'] }),
    ...(place.variant !== undefined && { variant: place.variant }),
  }
}

/** What a layer asks for by itself. */
const BY_LAYER = new Set(['openid', 'offline_access'])

function readLayers(all: Parameters, scope: readonly string[], { endpoint }: Exchange): readonly LayerId[] {
  const mode = all['response_mode'] ?? ''
  const layers: readonly (readonly [layer: LayerId, isOn: boolean])[] = [
    ['pkce', all['code_challenge'] !== undefined],
    ['openid', scope.includes('openid')],
    ['refresh', scope.includes('offline_access')],
    ['form_post', mode === 'form_post'],
    ['jarm', mode.endsWith('jwt')],
    ['resource', all['resource'] !== undefined],
    ['rar', all['authorization_details'] !== undefined],
    ['dpop', all['dpop_jkt'] !== undefined],
    ['jar', all['request'] !== undefined],
    ['par', all['request_uri'] !== undefined || endpoint === 'pushed_authorization_request'],
    ['iss', true],
  ]
  return layers.filter(([, isOn]) => isOn).map(([layer]) => layer)
}

/** In words: why there is none. */
function findPlace(
  { endpoint }: Exchange,
  sent: Parameters,
  asked: Parameters,
  client: ClientMetadata | undefined,
): Place | string {
  switch (endpoint) {
    case 'authorization':
    case 'interaction':
    case 'callback': {
      const all = { ...asked, ...sent }
      const steps = {
        authorization: 'authorization-request',
        interaction: 'sign-in',
        callback: 'authorization-response',
      }
      return { ...byResponseType(all, client), step: steps[endpoint] }
    }
    case 'pushed_authorization_request':
      return { ...byResponseType(sent, client), step: 'pushed-authorization-request' }
    case 'token':
      return byGrant(sent, asked, client)
    case 'device_authorization':
      return { flow: 'device', step: 'device-authorization' }
    case 'code_verification':
      return { flow: 'device', step: 'device-page' }
    case 'backchannel_authentication':
      return { flow: 'ciba', step: 'backchannel-authentication' }
    case 'approvals':
      return { flow: 'ciba', step: 'approvals-page' }
    case 'end_session':
      return { flow: 'logout', step: 'logout-request' }
    case 'userinfo':
      return { ...byResponseType(asked, client), step: 'userinfo' }
    case 'api':
      return asked['response_type'] === undefined
        ? 'What token it was called with, and how the application got it, is not recorded.'
        : { ...byResponseType(asked, client), step: 'call-api' }
    default:
      return 'No walkthrough has a step like this one.'
  }
}

/** A public client goes with PKCE, which the walkthrough of that name has built in. */
function byResponseType(parameters: Parameters, client: ClientMetadata | undefined): Place {
  const { response_type = 'code', response_mode } = parameters
  if (response_type === 'id_token' && response_mode === 'form_post') return { flow: 'implicit-form-post' }
  if (!response_type.split(' ').includes('code')) return { flow: 'implicit', variant: response_type }
  if (response_type !== 'code') return { flow: 'hybrid', variant: response_type }
  return { flow: client?.token_endpoint_auth_method === 'none' ? 'authorization-code-pkce' : 'authorization-code' }
}

function byGrant(sent: Parameters, asked: Parameters, client: ClientMetadata | undefined): Place | string {
  switch (sent['grant_type']) {
    case GRANT.authorizationCode:
      return { ...byResponseType(asked, client), step: 'token-request' }
    case GRANT.refreshToken:
      return { flow: 'refresh-token', step: 'refresh' }
    case GRANT.clientCredentials:
      return { flow: 'client-credentials', step: 'token-request', variant: client?.token_endpoint_auth_method }
    case GRANT.password:
      return { flow: 'password', step: 'token-request' }
    case GRANT.deviceCode:
      return { flow: 'device', step: 'poll-pending' }
    case GRANT.ciba:
      return { flow: 'ciba', step: 'poll-pending' }
    case GRANT.tokenExchange:
      return { flow: 'token-exchange', step: 'token-request' }
    case GRANT.jwtBearer:
      return { flow: 'jwt-bearer', step: 'token-request' }
    default:
      return 'No walkthrough has a grant of this type.'
  }
}

/** What the sign-in began with, as its address says it. */
function readAsked(siblings: readonly ExchangeSummary[]): Parameters {
  const requests = siblings
    .filter(({ endpoint }) => endpoint === 'authorization')
    .map(({ url }) => queryOf(url))
    .filter((query) => query['client_id'] !== undefined)
  return requests.toSorted((one, other) => Object.keys(other).length - Object.keys(one).length)[0] ?? {}
}

function readParameters({ request }: Exchange): Parameters {
  const isForm = contentType(request.headers) === 'application/x-www-form-urlencoded'
  return {
    ...queryOf(request.url),
    ...(isForm && Object.fromEntries(new URLSearchParams(request.body.text).entries())),
  }
}

function queryOf(url: string): Parameters {
  return URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams.entries()) : {}
}
