/** The step by the call that `openid-client` (version 6) has for it; where it has none, as `fetch`, with the reason. */
import type { HeaderPair } from '../../model/exchange.ts'
import { GRANT } from '../../oauth/protocol.ts'
import type { Draft, JsonObject } from '../flow.ts'
import { JAVASCRIPT, writeString, writeValue } from './literals.ts'
import { isOpened, readAddress, readRequest, type Sender, type SnippetRequest, valueOf } from './read-request.ts'
import { toFetch } from './to-fetch.ts'

/** What a program knows besides the request: whom it talks to, and what it has sent before. */
export interface SnippetWorld {
  readonly issuer?: string | undefined
  readonly state?: string | undefined
  readonly nonce?: string | undefined
}

interface Call {
  readonly client_id: string
  /** How the client shows who it is: `client.None()`. */
  readonly auth: string
  /** What is done with `config`, and what is printed. */
  readonly lines: readonly string[]
}

type Parameters = Readonly<Record<string, string>>

export function toOpenidClient(draft: Draft, sender: Sender = 'client', world: SnippetWorld = {}): string {
  const call = isOpened(draft, sender) ? openCall(draft) : sendCall(readRequest(draft), world)
  if (typeof call === 'string')
    return `// openid-client: ${call} So this is the request by itself.\n${toFetch(draft, sender)}`
  return [
    '// npm install openid-client@6. Node 20 or newer. Save it as request.mjs, then: node request.mjs',
    `import * as client from 'openid-client'`,
    '',
    ...configure(world.issuer ?? new URL(draft.url).origin, call),
    '',
    ...call.lines,
  ].join('\n')
}

function configure(issuer: string, { client_id, auth }: Call): readonly string[] {
  const { protocol } = new URL(issuer)
  const options =
    protocol === 'http:'
      ? ['  // Plain HTTP, for an issuer on this machine.', '  { execute: [client.allowInsecureRequests] },']
      : []
  return [
    'const config = await client.discovery(',
    `  new URL(${writeString(issuer)}),`,
    `  ${writeString(client_id)},`,
    '  undefined,',
    `  ${auth},`,
    ...options,
    ')',
  ]
}

/** Why there is no call for it, in words, instead. */
type Found = Call | string

function openCall({ url }: Draft): Found {
  const parameters = readOnce(readAddress(url).parameters)
  if (parameters === undefined) return 'a parameter stands there twice.'
  const { client_id, ...rest } = parameters
  if (client_id === undefined) return 'the address names no client.'
  const isRequest =
    rest['response_type'] !== undefined || rest['request_uri'] !== undefined || rest['request'] !== undefined
  const build = isRequest ? 'buildAuthorizationUrl' : isLogout(rest) ? 'buildEndSessionUrl' : undefined
  if (build === undefined) return 'it has no call for this address.'
  return {
    client_id,
    auth: 'client.None()',
    lines: [
      '// A step of the browser: the user opens this address.',
      `const address = client.${build}(config, ${writeParameters(rest)})`,
      'console.log(address.href)',
    ],
  }
}

function isLogout(parameters: Parameters): boolean {
  return parameters['id_token_hint'] !== undefined || parameters['post_logout_redirect_uri'] !== undefined
}

function sendCall(request: SnippetRequest, world: SnippetWorld): Found {
  const authorization = valueOf(request.headers, 'authorization')
  if (valueOf(request.headers, 'dpop') !== undefined)
    return 'a DPoP proof needs the private key, which makes a new one for each request.'
  if (authorization?.startsWith('Bearer ') === true) return resourceCall(request, authorization.slice('Bearer '.length))
  if (request.method !== 'POST' || request.body?.kind !== 'form') return 'it has no call for this request.'
  const parameters = readOnce(request.body.parameters)
  if (parameters === undefined) return 'a parameter stands there twice.'
  if (parameters['client_assertion'] !== undefined)
    return 'a client assertion needs the private key, which makes a new one for each request.'
  const { client_id, client_secret, ...rest } = parameters
  const identity = readIdentity(request.user, client_id, client_secret)
  if (identity === undefined) return 'the request does not say which client sends it.'
  const lines = endpointCall(request.url, rest) ?? grantCall(rest, world, request.url)
  return lines === undefined ? 'it has no call for this request.' : { ...identity, lines }
}

function readIdentity(
  user: SnippetRequest['user'],
  client_id: string | undefined,
  client_secret: string | undefined,
): Pick<Call, 'client_id' | 'auth'> | undefined {
  if (user !== undefined) {
    const [name = '', password = ''] = [user.name, user.password].map(decodeForm)
    return { client_id: name, auth: `client.ClientSecretBasic(${writeString(password)})` }
  }
  if (client_id === undefined) return undefined
  const auth = client_secret === undefined ? 'client.None()' : `client.ClientSecretPost(${writeString(client_secret)})`
  return { client_id, auth }
}

/** RFC 6749 section 2.3.1: the library encodes them again. */
function decodeForm(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? text
}

function resourceCall({ method, url, headers, body }: SnippetRequest, token: string): Call {
  const anyone = { client_id: 'any', auth: 'client.None()' }
  if (new URL(url).pathname.endsWith('/userinfo') && method === 'GET') {
    return {
      ...anyone,
      lines: [
        '// Better than to skip the check: the sub of the ID token.',
        `const claims = await client.fetchUserInfo(config, ${writeString(token)}, client.skipSubjectCheck)`,
        'console.log(claims)',
      ],
    }
  }
  const others = headers.filter(([name]) => name.toLowerCase() !== 'authorization')
  const more = [
    body === undefined ? 'undefined' : writeString(body.text),
    `new Headers(${writeValue(Object.fromEntries(others), JAVASCRIPT, '  ')})`,
  ]
  return {
    ...anyone,
    lines: [
      'const response = await client.fetchProtectedResource(',
      '  config,',
      `  ${writeString(token)},`,
      `  new URL(${writeString(url)}),`,
      `  ${writeString(method)},`,
      ...more.map((line) => `  ${line},`),
      ')',
      'console.log(response.status, response.statusText)',
      'console.log(await response.text())',
    ],
  }
}

/** By the addresses that this issuer has for them. */
function endpointCall(url: string, parameters: Parameters): readonly string[] | undefined {
  const { token, ...rest } = parameters
  const more = Object.keys(rest).length === 0 ? '' : `, ${writeParameters(rest)}`
  switch (new URL(url).pathname.split('/').at(-1)) {
    case 'par':
      return [
        '// Hands the request in, and gives the address with the reference to it.',
        `const address = await client.buildAuthorizationUrlWithPAR(config, ${writeParameters(parameters)})`,
        'console.log(address.href)',
      ]
    case 'device_authorization':
      return [`console.log(await client.initiateDeviceAuthorization(config, ${writeParameters(parameters)}))`]
    case 'backchannel':
      return [`console.log(await client.initiateBackchannelAuthentication(config, ${writeParameters(parameters)}))`]
    case 'introspect':
      return token === undefined
        ? undefined
        : [`console.log(await client.tokenIntrospection(config, ${writeString(token)}${more}))`]
    case 'revoke':
      return token === undefined ? undefined : [`await client.tokenRevocation(config, ${writeString(token)}${more})`]
    default:
      return undefined
  }
}

function grantCall(parameters: Parameters, world: SnippetWorld, url: string): readonly string[] | undefined {
  const { grant_type, ...rest } = parameters
  if (grant_type === undefined) return undefined
  const tokens = grantOf(grant_type, rest, { ...world, issuer: world.issuer ?? new URL(url).origin })
  return [`const tokens = await client.${tokens}`, 'console.log(tokens)']
}

function grantOf(grant_type: string, parameters: Parameters, world: SnippetWorld): string {
  const { code, code_verifier, redirect_uri, refresh_token, device_code, auth_req_id, ...rest } = parameters
  const more = Object.keys(rest).length === 0 ? '' : `, ${writeParameters(rest)}`
  if (grant_type === GRANT.authorizationCode && code !== undefined && redirect_uri !== undefined) {
    return redeem(code, redirect_uri, code_verifier, more, world)
  }
  if (grant_type === GRANT.refreshToken && refresh_token !== undefined) {
    return `refreshTokenGrant(config, ${writeString(refresh_token)}${more})`
  }
  if (grant_type === GRANT.clientCredentials) return `clientCredentialsGrant(config, ${writeParameters(rest)})`
  if (grant_type === GRANT.deviceCode && device_code !== undefined) {
    return `pollDeviceAuthorizationGrant(config, ${writeParameters({ device_code }, WAIT)}${more})`
  }
  if (grant_type === GRANT.ciba && auth_req_id !== undefined) {
    return `pollBackchannelAuthenticationGrant(config, ${writeParameters({ auth_req_id }, WAIT)}${more})`
  }
  return `genericGrantRequest(config, ${writeString(grant_type)}, ${writeParameters(parameters)})`
}

/** In seconds; it asks until the user is done. */
const WAIT: JsonObject = { expires_in: 600, interval: 5 }

/** The library wants the whole address that the browser came back to, and checks what belongs to the code. */
function redeem(
  code: string,
  redirect_uri: string,
  pkceCodeVerifier: string | undefined,
  more: string,
  { issuer, state, nonce }: SnippetWorld,
): string {
  const address = new URL(redirect_uri)
  const answer = { code, ...(state !== undefined && { state }), ...(issuer !== undefined && { iss: issuer }) }
  for (const [name, value] of Object.entries(answer)) address.searchParams.append(name, value)
  const checks: Parameters = {
    ...(pkceCodeVerifier !== undefined && { pkceCodeVerifier }),
    ...(state !== undefined && { expectedState: state }),
    ...(nonce !== undefined && { expectedNonce: nonce }),
  }
  return `authorizationCodeGrant(config, new URL(${writeString(address.href)}), ${writeParameters(checks)}${more})`
}

function writeParameters(parameters: Parameters, more: JsonObject = {}): string {
  return writeValue({ ...parameters, ...more }, JAVASCRIPT, '')
}

/** Each name once: an object cannot say more. */
function readOnce(pairs: readonly HeaderPair[]): Parameters | undefined {
  const parameters = Object.fromEntries(pairs)
  return Object.keys(parameters).length === pairs.length ? parameters : undefined
}
