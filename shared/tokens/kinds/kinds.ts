/** Every kind of token once, in the order in which they are tried: those with a mark of their own before those without. */
import { accessToken } from './access-token.ts'
import { authorizationResponse } from './authorization-response.ts'
import { claimsSet } from './claims-set.ts'
import { clientAssertion } from './client-assertion.ts'
import { dpopProof } from './dpop-proof.ts'
import { idToken } from './id-token.ts'
import { introspectionJwt } from './introspection-jwt.ts'
import { introspectionResponse } from './introspection-response.ts'
import type { Clues, Kind } from './kind.ts'
import { logoutToken } from './logout-token.ts'
import { plainJwt } from './plain-jwt.ts'
import { requestObject } from './request-object.ts'
import { softwareStatement } from './software-statement.ts'
import { userInfo } from './user-info.ts'

export const KINDS: readonly Kind[] = [
  dpopProof,
  logoutToken,
  introspectionJwt,
  introspectionResponse,
  authorizationResponse,
  requestObject,
  clientAssertion,
  softwareStatement,
  accessToken,
  idToken,
  userInfo,
  plainJwt,
  claimsSet,
]

export interface Recognition {
  readonly kind: Kind
  /** By what: "its typ is at+jwt". */
  readonly because: string
}

export function recogniseKind(clues: Clues): Recognition {
  // What it was called where it was found says more than what it looks like.
  for (const kind of KINDS) {
    const because = kind.recognise(clues)
    if (because !== undefined) return { kind, because }
  }
  return { kind: plainJwt, because: 'no other kind fits' }
}

/** Those that somebody may take it for instead. */
export function listKinds(isJwt: boolean): readonly Kind[] {
  const plain: readonly Kind[] = [introspectionResponse, userInfo, claimsSet]
  return isJwt ? KINDS.filter((kind) => kind !== introspectionResponse && kind !== claimsSet) : plain
}
