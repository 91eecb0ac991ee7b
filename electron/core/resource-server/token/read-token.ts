import { HttpProblem } from '../http/problem.ts'
import { readBody } from '../http/read-body.ts'
import type { TokenScheme } from './access-token.ts'
import { TokenRefusal, buildMissingTokenChallenge } from './token-refusal.ts'

export interface PresentedToken {
  readonly value: string
  readonly scheme: TokenScheme
}

const SCHEMES: Readonly<Record<string, TokenScheme>> = { bearer: 'Bearer', dpop: 'DPoP' }
/** RFC 6750 section 2.1, `b64token`. */
const TOKEN_SYNTAX = /^[\w\-.~+/]+=*$/
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

/** The token of the `Authorization` header, the one way in which these APIs take it. */
export async function readToken(request: Request, metadataAddress: string): Promise<PresentedToken> {
  await assertOnlyInHeader(request)
  const header = request.headers.get('authorization')?.trim() ?? ''
  const [name = ''] = header.split(/[ ,]/, 1)
  const scheme = Object.hasOwn(SCHEMES, name.toLowerCase()) ? SCHEMES[name.toLowerCase()] : undefined
  if (scheme === undefined) throw missingToken(name, metadataAddress)
  const value = header.slice(name.length).trim()
  if (TOKEN_SYNTAX.test(value)) return { value, scheme }
  throw new TokenRefusal('invalid_request', explainMalformed(scheme, value), { scheme })
}

/**
 * RFC 6750 section 2: a client uses one method for each request. Tokens in an address end up in logs and histories
 * (RFC 9700 section 4.3.2), and in a form body they are optional, so both are refused even alone.
 */
async function assertOnlyInHeader(request: Request): Promise<void> {
  const where = new URL(request.url).searchParams.has('access_token')
    ? 'in the query'
    : (await hasTokenInForm(request))
      ? 'in the form body'
      : undefined
  if (where === undefined) return
  const description = request.headers.has('authorization')
    ? `the request carries a token twice, in the Authorization header and ${where}; send it in the header only`
    : `the token came ${where}; this API takes it in the Authorization header only`
  throw new TokenRefusal('invalid_request', description, { scheme: 'Bearer' })
}

async function hasTokenInForm(request: Request): Promise<boolean> {
  // No operation takes a form, so nobody after this needs the body; any other body stays untouched until it is wanted.
  if (!FORM_TYPE.test(request.headers.get('content-type') ?? '')) return false
  return new URLSearchParams(await readBody(request)).has('access_token')
}

function missingToken(scheme: string, metadataAddress: string): HttpProblem {
  const detail =
    scheme === ''
      ? 'Send an access token in the Authorization header, with the scheme Bearer or DPoP.'
      : `The Authorization header has the scheme ${scheme.slice(0, 40)}; this API takes Bearer or DPoP with an access token.`
  return new HttpProblem(401, 'An access token is needed', detail, {
    headers: { 'www-authenticate': buildMissingTokenChallenge(metadataAddress) },
  })
}

function explainMalformed(scheme: TokenScheme, value: string): string {
  if (value === '') return `the Authorization header has the scheme ${scheme} and no token after it`
  if (/[ ,]/.test(value)) return 'the Authorization header has more than one token in it'
  return 'the token has characters that no access token may have (RFC 6750 section 2.1)'
}
