/** Delivery Planner, the client that signs what it says of itself. */
import { importJWK, type JWTPayload, SignJWT } from 'jose'

import worldMappers from '../../resources/scenarios/world-mappers.json' with { type: 'json' }

/** The key that Delivery Planner signs its assertions with; it stands in the scenario for everyone to read. */
export async function deliveryPlannerKey(): Promise<{ readonly key: CryptoKey; readonly kid: string }> {
  const { kid, ...jwk } = worldMappers.privateKeys['delivery-planner']
  const key = await importJWK(jwk, 'ES256')
  if (key instanceof Uint8Array) throw new Error('the key of Delivery Planner is not a pair')
  return { key, kid }
}

/** A JWT by Delivery Planner about itself, as it stands for a secret (RFC 7523); the claims say what is different. */
export async function deliveryPlannerJwt(claims: JWTPayload): Promise<string> {
  const { key, kid } = await deliveryPlannerKey()
  const now = Math.floor(Date.now() / 1000)
  const self = { iss: 'delivery-planner', sub: 'delivery-planner', jti: crypto.randomUUID(), iat: now, exp: now + 60 }
  return new SignJWT({ ...self, ...claims }).setProtectedHeader({ alg: 'ES256', kid }).sign(key)
}
