import * as z from 'zod'
import type { ResourceServerOptions } from '../options.ts'
import type { Audience } from './access-token.ts'
import { checkClaims } from './check-claims.ts'
import { ISSUER_TIMEOUT, issuerUnreachable } from './issuer-unreachable.ts'
import type { TokenCheck } from './token-check.ts'

/** Checks opaque tokens by asking the issuer (RFC 7662), every time, so that a revoked one stops at once. */
export function createOpaqueCheck(options: ResourceServerOptions) {
  const introspection = z.looseObject({ active: z.boolean() })

  return async function checkOpaque(token: string, audience: Audience): Promise<TokenCheck> {
    const answer = introspection.safeParse(await introspect(options, token))
    if (!answer.success) throw unusable('it has no member active')
    if (!answer.data.active)
      return { reason: 'the issuer says that the token is not active: unknown, expired or revoked' }
    // RFC 7662 leaves iss optional, and the issuer that we asked is the one that we trust.
    const claims = { iss: audience.issuer, ...answer.data }
    const reason = checkClaims(claims, audience, options.now())
    return reason === undefined ? { claims } : { reason }
  }
}

async function introspect(options: ResourceServerOptions, token: string): Promise<unknown> {
  const { issuerEndpoint, introspectionClient, fetch: send = fetch } = options
  const request = {
    method: 'POST',
    headers: { authorization: buildBasic(introspectionClient), accept: 'application/json' },
    body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
    redirect: 'manual',
    signal: AbortSignal.timeout(ISSUER_TIMEOUT),
  } satisfies RequestInit
  try {
    const response = await send(`${issuerEndpoint}/introspect`, request)
    if (response.status === 200) return await response.json()
    await response.body?.cancel()
    throw new Error(`it answered ${response.status}`)
  } catch (error) {
    throw unusable(error)
  }
}

/** RFC 6749 section 2.3.1: both parts are form-encoded first, so that a colon in either cannot be mistaken. */
export function buildBasic({ client_id, client_secret }: ResourceServerOptions['introspectionClient']): string {
  const [id, secret] = [client_id, client_secret].map((part) => new URLSearchParams({ '': part }).toString().slice(1))
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
}

function unusable(cause: unknown) {
  return issuerUnreachable('The issuer could not be asked about the token (introspection)', cause)
}
