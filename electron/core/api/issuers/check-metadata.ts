import type { IssuerMetadata } from '#shared/flows/flow.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { wellKnownAddresses } from './well-known.ts'

type Found = Readonly<Record<string, unknown>>

/** RFC 8414 section 3.3: an issuer speaks for itself alone, and is named to the letter. */
export function checkMetadata(
  address: string,
  discovery: string,
  found: Found,
): { readonly issuer: string; readonly metadata: IssuerMetadata } {
  const { issuer } = found
  if (typeof issuer !== 'string' || issuer === '') {
    throw refuse(`What ${discovery} answers names no issuer, so it is no issuer's metadata.`)
  }
  const isNamed = address === discovery ? namesItself(issuer, discovery) : issuer === address
  if (!isNamed) throw mismatch(address, discovery, issuer)
  const bad = Object.entries(found).filter(([name, value]) => isAddressMember(name) && !isWebAddress(value))
  if (bad.length > 0) {
    throw refuse(`The metadata of ${issuer} are of no use: ${bad.map(([name]) => name).join(', ')} is no http address.`)
  }
  if (found['token_endpoint'] === undefined && found['authorization_endpoint'] === undefined) {
    throw refuse(
      `The metadata of ${issuer} name neither a token_endpoint nor an authorization_endpoint, so no client can ask it for anything.`,
    )
  }
  // JSON from the network, of which the members that matter have just been looked at.
  return { issuer, metadata: found as IssuerMetadata }
}

function namesItself(issuer: string, discovery: string): boolean {
  return URL.canParse(issuer) && wellKnownAddresses(issuer).includes(discovery)
}

function mismatch(address: string, discovery: string, issuer: string): ValetKeyError {
  const slash = issuer.replace(/\/$/, '') === address.replace(/\/$/, '')
  const why = slash ? 'They differ in the slash at the end, and have to be the same to the letter.' : ''
  const way = `If you trust it to be that one, name it so: ${issuer}`
  return new ValetKeyError(
    'issuer_mismatch',
    [`${discovery} says that it is ${issuer}, and ${address} was asked for.`, why, way].filter(Boolean).join(' '),
    { detail: { asked: address, issuer } },
  )
}

function isAddressMember(name: string): boolean {
  return name.endsWith('_endpoint') || name === 'jwks_uri'
}

function isWebAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')
}

function refuse(message: string): ValetKeyError {
  return new ValetKeyError('no_issuer', message)
}
