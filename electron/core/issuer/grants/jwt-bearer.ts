import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  type JWTPayload,
  jwtVerify,
} from 'jose'
import { type Client, errors } from 'oidc-provider'

import { SIGNING_ALGS } from '#shared/model/key.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import { createFindAccount } from '../accounts.ts'
import { issuerDate } from '../adaptations/moved-clock.ts'
import type { GrantContext, GrantType } from './grant-type.ts'
import { issueTokens } from './issue-tokens.ts'
import { requireParam } from './presence.ts'

const CLOCK_TOLERANCE = 15

/** RFC 7523 section 2.1: an assertion that the client signed, about itself or about a user, stands in for a grant. */
export const jwtBearerGrant: GrantType = {
  grantType: GRANT.jwtBearer,
  parameters: ['assertion', 'scope', 'resource'],
  repeatable: ['resource'],
  createHandler: ({ provider, store, fetch }) => {
    const findAccount = createFindAccount(store)
    return async (ctx) => {
      const { sub, iss, jti, exp } = await verifyAssertion(ctx, requireParam(ctx, 'assertion'), fetch)
      if (jti !== undefined && !(await provider.ReplayDetection.unique(iss, jti, exp + CLOCK_TOLERANCE))) {
        throw new errors.InvalidGrant('the assertion was used already: its jti is known')
      }
      const account = sub === ctx.oidc.client.clientId ? undefined : await findAccount(ctx, sub)
      if (!account && sub !== ctx.oidc.client.clientId) {
        throw new errors.InvalidGrant('sub of the assertion names neither a user here nor the client itself')
      }
      await issueTokens(ctx, { gty: GRANT.jwtBearer, subject: sub, account })
    }
  },
}

type Assertion = JWTPayload & { readonly sub: string; readonly iss: string; readonly exp: number }

async function verifyAssertion(
  ctx: GrantContext,
  assertion: string,
  fetch: typeof globalThis.fetch,
): Promise<Assertion> {
  const { client, provider } = ctx.oidc
  try {
    const { payload } = await jwtVerify(assertion, keyOf(client, assertion, fetch) as Parameters<typeof jwtVerify>[1], {
      algorithms: algorithmsFor(assertion),
      issuer: client.clientId,
      audience: [provider.issuer, ctx.oidc.urlFor('token')],
      requiredClaims: ['sub', 'exp'],
      clockTolerance: CLOCK_TOLERANCE,
      currentDate: issuerDate(),
    })
    return payload as Assertion
  } catch (cause) {
    if (cause instanceof errors.OIDCProviderError) throw cause
    throw new errors.InvalidGrant({ detail: `the assertion was not accepted: ${messageOf(cause)}`, cause })
  }
}

/** The algorithm's family decides which key is looked for, so a public key can never serve as an HMAC secret. */
function algorithmsFor(assertion: string): string[] {
  return isSymmetric(assertion) ? ['HS256'] : [...SIGNING_ALGS, 'Ed25519']
}

function keyOf(client: Client, assertion: string, fetch: typeof globalThis.fetch) {
  if (isSymmetric(assertion)) {
    if (client.clientSecret) return new TextEncoder().encode(client.clientSecret)
    throw new errors.InvalidGrant('the assertion is signed with a secret, and the client has none')
  }
  if (client.jwks) return createLocalJWKSet(client.jwks as Parameters<typeof createLocalJWKSet>[0])
  if (client.jwksUri) return createRemoteJWKSet(new URL(client.jwksUri), { [customFetch]: fetch })
  throw new errors.InvalidGrant('the client has neither jwks nor jwks_uri to check the assertion with')
}

function isSymmetric(assertion: string): boolean {
  return decodeProtectedHeader(assertion).alg?.startsWith('HS') ?? false
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'it could not be read'
}
