/** What is known of a token that somebody holds up: given by whom to whom, by which exchange, or forged. */
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'

import type { TokenKind } from '#shared/contract/calls/tokens.ts'

import { publicJwks } from '../../issuer/signing/keys.ts'
import { readJwt } from '../../recorder/read-jwt.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { hashToken } from './hash-token.ts'
import { findMaker } from './list-tokens.ts'
import { readIssued } from './read-issued.ts'
import { findStored } from './stored-tokens.ts'
import { isJwt, type TokenFacts, viewIssued, viewJwt, type ViewParts, viewStored } from './view-token.ts'

export interface Found {
  readonly view: TokenFacts
  readonly maker: Exchange | undefined
}

export async function lookUp(
  { store, recorder, address }: ApiDependencies,
  parts: ViewParts,
  token: string,
): Promise<Found | undefined> {
  const maker = await findMaker(recorder, token)
  const issued = maker && readIssued(maker).find((given) => given.token === token)
  if (issued) return { view: viewIssued(parts, issued), maker }
  const stored = findStored(store.records, token)
  if (stored) return { view: viewStored(parts, stored), maker: undefined }
  const kind = await recogniseOwn({ store, address }, token)
  if (kind === undefined || parts.findMark(token)) return undefined
  return { view: viewJwt(parts, token, kind, { id: `jwt.${hashToken(token)}`, at: 0 }), maker: undefined }
}

/** Nothing was recorded of it; but the issuer's name in it and the issuer's signature under it say enough. */
async function recogniseOwn(
  { store, address }: Pick<ApiDependencies, 'store' | 'address'>,
  token: string,
): Promise<TokenKind | undefined> {
  if (!isJwt(token) || readJwt(token)['iss'] !== address) return undefined
  try {
    const { protectedHeader } = await compactVerify(token, createLocalJWKSet(publicJwks(store) as JSONWebKeySet))
    return protectedHeader.typ === 'at+jwt' ? 'access_token' : 'id_token'
  } catch {
    return undefined
  }
}
