import * as oauth from 'oauth4webapi'

import { explainRefusal } from './explain-refusal.ts'
import type { Session } from './session.ts'
import type { TokenResponse } from './token-request.ts'

/** Where an issuer's JSON is looked at before oauth4webapi has checked it. */
type Json = Readonly<Record<string, unknown>>

export type Process = (response: Response) => Promise<oauth.TokenEndpointResponse>

/** Checked like an application would, signature of the ID token included; given back as the issuer sent it. */
export async function readTokens(session: Session, response: Response, process: Process): Promise<TokenResponse> {
  const body = await readJson(response)
  if (!response.ok) throw explainRefusal(session, body, response.status)
  const tokens = await process(response)
  if (isSignedByIssuer(tokens.id_token))
    await oauth.validateApplicationLevelSignature(session.as, response, session.http)
  return { ...body, access_token: tokens.access_token, token_type: String(body['token_type']) }
}

export async function readJson(response: Response): Promise<Json> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

/** What is signed with the client's secret instead is no matter of the issuer's keys. */
function isSignedByIssuer(idToken: string | undefined): boolean {
  if (idToken === undefined) return false
  const header: unknown = JSON.parse(Buffer.from(idToken.split('.')[0] ?? '', 'base64url').toString('utf8'))
  const alg = typeof header === 'object' && header !== null && 'alg' in header ? String(header.alg) : ''
  return !alg.startsWith('HS')
}
