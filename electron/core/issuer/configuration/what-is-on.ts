import type { ClientMetadata } from '#shared/model/client.ts'
import type { Feature, Features } from '#shared/model/features.ts'
import { GRANT, RESPONSE_TYPES } from '#shared/oauth/protocol.ts'

/** Grants that a feature stands for; those of the others are there always. */
const FEATURE_OF_GRANT: Readonly<Record<string, Feature>> = {
  [GRANT.clientCredentials]: 'clientCredentials',
  [GRANT.password]: 'passwordGrant',
  [GRANT.deviceCode]: 'deviceFlow',
  [GRANT.tokenExchange]: 'tokenExchange',
  [GRANT.jwtBearer]: 'jwtBearer',
  [GRANT.ciba]: 'ciba',
}

export function isGrantOn(grant: string, features: Features): boolean {
  // Hybrid is registered as both `authorization_code` and `implicit`.
  if (grant === GRANT.implicit) return features.implicit || features.hybrid
  const feature = FEATURE_OF_GRANT[grant]
  return feature === undefined || features[feature]
}

export function isTypeOn(type: string, features: Features): boolean {
  if (type === 'code' || type === 'none') return true
  return type.split(' ').includes('code') ? features.hybrid : features.implicit
}

export function responseTypesOn(features: Features) {
  return RESPONSE_TYPES.filter((type) => isTypeOn(type, features))
}

/** What a client has registered and cannot use, since it is switched off. */
export function listSwitchedOff(
  { grant_types, response_types }: ClientMetadata,
  features: Features,
): readonly string[] {
  return [
    ...textsOf(grant_types).filter((grant) => !isGrantOn(grant, features)),
    ...textsOf(response_types).filter((type) => !isTypeOn(type, features)),
  ]
}

/**
 * The client as it is while something is switched off. oidc-provider refuses a client whole that has a grant
 * registered which it does not know; here only that grant is gone, and is there again when it is switched on.
 */
export function withoutSwitchedOff(client: ClientMetadata, features: Features): ClientMetadata {
  if (listSwitchedOff(client, features).length === 0) return client
  const { grant_types, response_types } = client
  return {
    ...client,
    ...(grant_types !== undefined && {
      grant_types: textsOf(grant_types).filter((grant) => isGrantOn(grant, features)),
    }),
    ...(response_types !== undefined && {
      response_types: textsOf(response_types).filter((type) => isTypeOn(type, features)),
    }),
  }
}

/** A client that registered itself may have brought anything under these names. */
function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
