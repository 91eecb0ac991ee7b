/** How tokens are asked for by each grant, down to the answer of the issuer. */
import { createHash } from 'node:crypto'

import { exportJWK, generateKeyPair, SignJWT } from 'jose'

import type { PreviewChoice } from '#shared/contract/calls/tokens.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { User } from '#shared/model/user.ts'
import { GRANT, ROUTES } from '#shared/oauth/protocol.ts'

import { type InnerAnswer, membersOf } from '../call-in-process.ts'
import { approveRequest } from '../ciba.ts'
import { secretOf, type Shadow, XSRF } from './shadow.ts'

export interface Asking {
  readonly shadow: Shadow
  readonly issuer: string
  readonly client: ClientMetadata
  readonly user: User | undefined
  readonly choice: PreviewChoice
}

export type Members = Readonly<Record<string, unknown>>

export interface Asked {
  /** What the authorization endpoint handed over, with what the token endpoint answered. */
  readonly given: Members
  readonly refused?: Refused
}

export interface Refused {
  readonly endpoint: string
  readonly error: string
  readonly description?: string | undefined
  readonly reason?: string | undefined
}

const NONCE = 'the-nonce-of-the-request'
const STATE = 'the-state-of-the-request'
const VERIFIER = 'a-code-verifier-that-is-long-enough-for-rfc-7636-and-no-secret'

export function ask(asking: Asking): Promise<Asked> {
  switch (asking.choice.grant_type) {
    case GRANT.authorizationCode:
    case GRANT.implicit:
      return askInBrowser(asking)
    case GRANT.clientCredentials:
      return redeem(asking, { grant_type: GRANT.clientCredentials, ...wanted(asking) })
    case GRANT.password:
      return redeem(asking, { grant_type: GRANT.password, ...credentials(asking), ...wanted(asking) })
    case GRANT.deviceCode:
      return askOnDevice(asking)
    case GRANT.ciba:
      return askElsewhere(asking)
  }
}

async function askInBrowser(asking: Asking): Promise<Asked> {
  const { shadow, issuer, client, choice } = asking
  const response_type = choice.response_type ?? 'code'
  const redirect_uri = client.redirect_uris?.[0] ?? ''
  const query = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri,
    response_type,
    ...wanted(asking),
    // The issuer refuses a nonce that no ID token would carry.
    ...(choice.scope.includes('openid') && { nonce: NONCE }),
    state: STATE,
    ...(response_type.includes('code') && {
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  })
  const answer = await shadow.call({ method: 'GET', url: `${issuer}${ROUTES.authorization}?${query.toString()}` })
  const handed = readHandover(answer)
  if (handed['error'] !== undefined || answer.status >= 400) return refuse(asking, ROUTES.authorization, handed)
  if (handed['code'] === undefined && handed['id_token'] === undefined && handed['access_token'] === undefined) {
    return refuse(asking, ROUTES.authorization, { error: 'interaction_required' })
  }
  const { code } = handed
  if (typeof code !== 'string') return { given: handed }
  const redeemed = await redeem(asking, {
    grant_type: GRANT.authorizationCode,
    code,
    redirect_uri,
    code_verifier: VERIFIER,
  })
  // Of two ID tokens the one that came through the browser says more: it vouches for what came beside it.
  const first = handed['id_token'] === undefined ? {} : { id_token: handed['id_token'] }
  return { ...redeemed, given: { ...handed, ...redeemed.given, ...first } }
}

function readHandover({ headers }: InnerAnswer): Members {
  const { location } = headers
  if (location === undefined || !URL.canParse(location)) return {}
  const { hash, searchParams } = new URL(location)
  return Object.fromEntries(hash === '' ? searchParams : new URLSearchParams(hash.slice(1)))
}

async function redeem(asking: Asking, form: Readonly<Record<string, string>>): Promise<Asked> {
  const { shadow, issuer, client } = asking
  const url = `${issuer}${ROUTES.token}`
  const answer = await shadow.call({
    method: 'POST',
    url,
    headers: client['dpop_bound_access_tokens'] === true ? { dpop: await buildProof('POST', url) } : {},
    form: { ...form, ...authentication(client) },
  })
  const members = membersOf(answer)
  return answer.status < 400 ? { given: members } : refuse(asking, ROUTES.token, members)
}

/** The form of the page for the user's other browser is sent, with the code and the consent that it asks for. */
async function askOnDevice(asking: Asking): Promise<Asked> {
  const { shadow, issuer, client } = asking
  const begun = await shadow.call({
    method: 'POST',
    url: `${issuer}${ROUTES.device_authorization}`,
    form: { ...wanted(asking), ...authentication(client) },
  })
  const { device_code, user_code } = membersOf(begun)
  if (typeof device_code !== 'string' || typeof user_code !== 'string') {
    return refuse(asking, ROUTES.device_authorization, membersOf(begun))
  }
  const confirmed = await shadow.call({
    method: 'POST',
    url: `${issuer}${ROUTES.code_verification}`,
    form: { user_code, xsrf: XSRF, confirm: 'yes' },
  })
  if (shadow.refusal) return refuse(asking, ROUTES.code_verification, membersOf(confirmed))
  return redeem(asking, { grant_type: GRANT.deviceCode, device_code })
}

async function askElsewhere(asking: Asking): Promise<Asked> {
  const { shadow, issuer, client, user } = asking
  const begun = await shadow.call({
    method: 'POST',
    url: `${issuer}${ROUTES.backchannel_authentication}`,
    form: { ...wanted(asking), login_hint: user?.username ?? '', ...authentication(client) },
  })
  const { auth_req_id } = membersOf(begun)
  if (typeof auth_req_id !== 'string') return refuse(asking, ROUTES.backchannel_authentication, membersOf(begun))
  const request = await shadow.provider.BackchannelAuthenticationRequest.find(auth_req_id)
  if (request) await approveRequest(shadow.provider, request)
  return redeem(asking, { grant_type: GRANT.ciba, auth_req_id })
}

function wanted({ choice }: Asking): Record<string, string> {
  return {
    ...(choice.scope.length > 0 && { scope: choice.scope.join(' ') }),
    ...(choice.api !== undefined && { resource: choice.api }),
  }
}

function authentication(client: ClientMetadata): Record<string, string> {
  return { client_id: client.client_id, client_secret: secretOf(client) }
}

function credentials({ user }: Asking): Record<string, string> {
  return { username: user?.username ?? '', password: user?.password ?? '' }
}

function refuse({ shadow }: Asking, endpoint: string, members: Members): Asked {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const { refusal } = shadow
  return {
    given: {},
    refused: {
      endpoint,
      error: text(members['error']) ?? refusal?.code ?? 'server_error',
      description: text(members['error_description']) ?? refusal?.description,
      reason: refusal?.reason,
    },
  }
}

async function buildProof(htm: string, htu: string): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  return new SignJWT({ htm, htu, jti: NONCE })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(publicKey) })
    .setIssuedAt()
    .sign(privateKey)
}
