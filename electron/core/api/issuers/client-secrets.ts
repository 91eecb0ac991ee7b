/** What a client elsewhere proves itself with: taken out of what is kept and shown, and put where secrets are kept. */
import { needsKey, needsSecret } from '#shared/flows/outside.ts'
import type { OutsideClientFile } from '#shared/contract/outside-issuer.ts'
import type { OutsideClientView } from '#shared/contract/calls/issuers.ts'
import type { JsonObject } from '#shared/flows/flow.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { Jwks } from '#shared/model/key.ts'
import type { OutsideSecrets, SecretState } from '#shared/model/outside-issuer.ts'

export interface TakenApart {
  readonly metadata: ClientMetadata
  readonly secrets: OutsideSecrets
}

/** Secrets are never shown, so one that is left out stays as it was; null takes it away. */
export function takeApart(given: OutsideClientFile, kept: OutsideSecrets): TakenApart {
  const { client_secret, private_key, meta: _meta, ...rest } = given
  const secrets: OutsideSecrets = {
    client_secret: client_secret === undefined ? kept.client_secret : (client_secret ?? undefined),
    private_key: private_key === undefined ? kept.private_key : (withAlg(private_key) ?? undefined),
  }
  const { client_secret: secret, private_key: key } = secrets
  const method = rest.token_endpoint_auth_method ?? guessMethod(secrets)
  return {
    metadata: {
      ...rest,
      token_endpoint_auth_method: method,
      ...(key !== undefined && { jwks: { keys: [publicPart(key)] } as unknown as Jwks }),
    },
    secrets: { ...(secret !== undefined && { client_secret: secret }), ...(key !== undefined && { private_key: key }) },
  }
}

export function showClient(client: ClientMetadata, secrets: OutsideSecrets): OutsideClientView {
  return {
    ...client,
    meta: {
      secret: stateOf(needsSecret(client), secrets.client_secret !== undefined),
      key: stateOf(needsKey(client), secrets.private_key !== undefined),
    },
  }
}

function stateOf(isNeeded: boolean, isThere: boolean): SecretState {
  if (isThere) return 'there'
  return isNeeded ? 'missing' : 'none'
}

function guessMethod({ client_secret, private_key }: OutsideSecrets): string {
  if (client_secret !== undefined) return 'client_secret_basic'
  return private_key === undefined ? 'none' : 'private_key_jwt'
}

const CURVES: Readonly<Record<string, string>> = { 'P-256': 'ES256', 'P-384': 'ES384', 'P-521': 'ES512' }

/** A key says by its kind what it signs with, where it does not say it itself. */
function withAlg(key: OutsideClientFile['private_key']): JsonObject | null {
  if (key === null || key === undefined) return null
  const byKind = { RSA: 'RS256', EC: CURVES[String(key['crv'])] ?? 'ES256', OKP: 'EdDSA' }[key.kty]
  return { ...(key as JsonObject), alg: key.alg ?? byKind }
}

const PRIVATE = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])

function publicPart(key: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !PRIVATE.has(name)))
}
