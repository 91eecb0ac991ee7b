/** Whether an issuer offers something, by what it says of itself (RFC 8414 section 2), its defaults included. */
import type { IssuerMetadata, Json, Obstacle, Uses } from './flow.ts'

/** What a member means that is left out; without an entry here, nobody can tell. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  grant_types_supported: ['authorization_code', 'implicit'],
  response_modes_supported: ['query', 'fragment'],
  token_endpoint_auth_methods_supported: ['client_secret_basic'],
}

/** One that says nothing of an endpoint or a signature does not offer it. */
export function checkMembers(needs: readonly string[] | undefined, issuer: IssuerMetadata | undefined): Obstacle {
  if (issuer === undefined) return undefined
  const missing = needs?.filter((name) => issuer[name] === undefined || issuer[name] === false) ?? []
  return missing.length === 0 ? undefined : `This issuer does not offer it: its metadata have no ${missing.join(', ')}.`
}

export function checkUses(uses: Uses | undefined, issuer: IssuerMetadata | undefined): Obstacle {
  if (issuer === undefined || uses === undefined) return undefined
  const { grants = [], responseType, responseMode, scope, authMethod, acr } = uses
  return (
    checkMembers(endpointsFor(grants, responseType), issuer) ??
    checkListed(issuer, 'grant_types_supported', grants) ??
    checkResponseType(issuer, responseType) ??
    checkListed(issuer, 'response_modes_supported', wordsOf(responseMode)) ??
    checkListed(issuer, 'scopes_supported', wordsOf(scope)) ??
    checkListed(issuer, 'token_endpoint_auth_methods_supported', wordsOf(authMethod)) ??
    checkListed(issuer, 'acr_values_supported', wordsOf(acr))
  )
}

/** What the metadata list, or mean by leaving it out. */
export function listOffered(issuer: IssuerMetadata, member: string): readonly string[] | undefined {
  return textsOf(issuer[member]) ?? LEFT_OUT[member]
}

/** Implicit tokens come from the authorization endpoint alone. */
function endpointsFor(grants: readonly string[], responseType: string | undefined): readonly string[] {
  const isToken = grants.some((grant) => grant !== 'implicit')
  return [...(responseType === undefined ? [] : ['authorization_endpoint']), ...(isToken ? ['token_endpoint'] : [])]
}

function checkListed(issuer: IssuerMetadata, member: string, wanted: readonly string[]): Obstacle {
  const offered = listOffered(issuer, member)
  const missing = offered === undefined ? [] : wanted.filter((value) => !offered.includes(value))
  if (missing.length === 0) return undefined
  const names = missing.join(', ')
  return issuer[member] === undefined
    ? `This issuer does not offer ${names}: its metadata leave out ${member}, which means ${offered?.join(' and ')}.`
    : `This issuer does not offer ${names}: it is not among its ${member}.`
}

/** The words of a response type may stand in any order (OAuth 2.0 Multiple Response Type Encoding Practices). */
function checkResponseType(issuer: IssuerMetadata, responseType: string | undefined): Obstacle {
  if (responseType === undefined) return undefined
  const offered = textsOf(issuer['response_types_supported'])
  if (offered === undefined || offered.some((type) => inOrder(type) === inOrder(responseType))) return undefined
  return `This issuer does not offer ${responseType}: it is not among its response_types_supported.`
}

function inOrder(words: string): string {
  return words.split(' ').toSorted().join(' ')
}

function wordsOf(word: string | undefined): readonly string[] {
  return word === undefined ? [] : [word]
}

function textsOf(value: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  return (value as readonly Json[]).filter((item) => typeof item === 'string')
}
