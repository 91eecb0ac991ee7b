import * as oauth from 'oauth4webapi'

import { ValetKeyError } from '#shared/errors.ts'

import type { HttpOptions } from './session.ts'

/** OpenID Connect's address first, then the one of plain OAuth (RFC 8414). */
const ALGORITHMS = ['oidc', 'oauth2'] as const

export async function discover(issuer: string, http: HttpOptions): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer)
  let status = 0
  for (const algorithm of ALGORITHMS) {
    const response = await oauth.discoveryRequest(url, { algorithm, ...http })
    status = response.status
    if (status === 200) return readMetadata(url, response)
  }
  throw new ValetKeyError(
    'no_issuer',
    `${issuer} answers, but not as an issuer: its discovery document is not there (${status}). Check the address.`,
  )
}

async function readMetadata(url: URL, response: Response): Promise<oauth.AuthorizationServer> {
  const copy = response.clone()
  try {
    return await oauth.processDiscoveryResponse(url, response)
  } catch (cause) {
    const named = await issuerIn(copy)
    const reason =
      named === undefined ? 'is no discovery document' : `is the one of the issuer ${named}: give that address`
    throw new ValetKeyError('no_issuer', `What ${url.href} gives for discovery ${reason}.`, { cause })
  }
}

async function issuerIn(response: Response): Promise<string | undefined> {
  const body: unknown = await response.json().catch(() => undefined)
  const named = typeof body === 'object' && body !== null && 'issuer' in body ? body.issuer : undefined
  return typeof named === 'string' ? named : undefined
}
