import { ValetKeyError } from '#shared/errors.ts'
import type { ExchangeError } from '#shared/model/exchange.ts'
import { DPOP_SIGNING_ALGS } from '#shared/oauth/dpop.ts'
import { buildChallenge, toErrorDescription } from '#shared/oauth/www-authenticate.ts'
import type { TokenScheme } from './access-token.ts'

/** RFC 6750 section 3.1 and RFC 9449 section 7.1, each with its status. */
const STATUS = { invalid_request: 400, invalid_token: 401, invalid_dpop_proof: 401, insufficient_scope: 403 } as const

export type RefusalCode = keyof typeof STATUS

export interface RefusalFacts {
  readonly scheme: TokenScheme
  readonly scope?: string
  readonly offerDpop?: boolean
  readonly inner?: string | undefined
}

/** The request came with a token, and the token or the way it came is refused. */
export class TokenRefusal extends ValetKeyError {
  readonly error: RefusalCode
  readonly scheme: TokenScheme
  readonly scope: string | undefined
  /** The other scheme is offered too: the token would do, sent that way. */
  readonly offerDpop: boolean
  /** What the API keeps to itself and to its log. */
  readonly inner: string | undefined

  constructor(error: RefusalCode, description: string, { scheme, scope, offerDpop = false, inner }: RefusalFacts) {
    super(error, description)
    this.error = error
    this.scheme = scheme
    this.scope = scope
    this.offerDpop = offerDpop
    this.inner = inner
  }
}

/** The challenge (RFC 6750 section 3, RFC 9449 section 7.1, RFC 9728 section 5.1) and a body that repeats it. */
export function buildRefusalResponse(refusal: TokenRefusal, resource_metadata: string): Response {
  const { error, scheme, scope } = refusal
  const body = {
    error,
    error_description: toErrorDescription(refusal.message),
    scope,
  }
  const challenges = [
    buildChallenge(scheme, { ...body, algs: scheme === 'DPoP' ? algs() : undefined, resource_metadata }),
    ...(refusal.offerDpop ? [buildChallenge('DPoP', { algs: algs() })] : []),
  ]
  return Response.json(body, { status: STATUS[error], headers: { 'www-authenticate': challenges.join(', ') } })
}

/** As the traffic shows it, with what the caller is not told. */
export function describeRefusal({ error, message, inner }: TokenRefusal): ExchangeError {
  return { code: error, description: message, reason: inner }
}

/** No error code where nothing was sent: the client may not have known that a token is needed (RFC 6750 section 3.1). */
export function buildMissingTokenChallenge(resource_metadata: string): string {
  return [
    buildChallenge('Bearer', { resource_metadata }),
    buildChallenge('DPoP', { algs: algs(), resource_metadata }),
  ].join(', ')
}

function algs(): string {
  return DPOP_SIGNING_ALGS.join(' ')
}
