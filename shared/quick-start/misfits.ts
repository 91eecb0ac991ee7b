/** Why code does not suit an application, in words that say what would have to be different. */
import { GRANT } from '../oauth/protocol.ts'
import type { AppFacts } from './facts.ts'

type Misfit = (facts: AppFacts) => string | undefined

export function firstOf(...misfits: readonly Misfit[]): Misfit {
  return (facts) => {
    for (const misfit of misfits) {
      const why = misfit(facts)
      if (why !== undefined) return why
    }
    return undefined
  }
}

export function lacksGrant(grant: string, name: string): Misfit {
  return ({ hasGrant }) =>
    hasGrant(grant) ? undefined : `It is not registered for the ${name} grant (grant_types without ${grant}).`
}

export const lacksCode = lacksGrant(GRANT.authorizationCode, 'authorization code')

export const isNative: Misfit = ({ isNative: native }) =>
  native ? 'It is a native application: it runs where its user is, and has no server.' : undefined

export const isWeb: Misfit = ({ isNative: native }) =>
  native ? undefined : 'It is a web application. With application_type native the port of its address is free.'

export const isPublic: Misfit = ({ method }) =>
  method === 'none'
    ? 'It is public (token_endpoint_auth_method none). A server can keep a secret, and should have one.'
    : undefined

export const isConfidential: Misfit = ({ method }) =>
  method === 'none'
    ? undefined
    : `It proves itself with ${method}, and whoever has such code has all that is in it: it cannot keep a secret.`

export const lacksOpenid: Misfit = ({ hasOpenid }) =>
  hasOpenid ? undefined : 'It may not ask for openid, and this signs users in.'

const SECRETS: readonly string[] = ['client_secret_basic', 'client_secret_post']

/** Where anything but a secret would need code of one's own. */
export const needsSecret: Misfit = ({ method }) =>
  SECRETS.includes(method) ? undefined : `It proves itself with ${method}. The code for Node.js shows how that is done.`

/** What few libraries do by themselves. */
export const hasExtras: Misfit = ({ metadata }) =>
  bindsTokens(metadata) ??
  signsRequests(metadata) ??
  (metadata['require_pushed_authorization_requests'] === true
    ? 'It has to push its requests (PAR), which this code does not do. The code for Express does.'
    : undefined)

export const hasExtrasButPar: Misfit = ({ metadata }) => bindsTokens(metadata) ?? signsRequests(metadata)

function bindsTokens(metadata: AppFacts['metadata']): string | undefined {
  return metadata['dpop_bound_access_tokens'] === true
    ? 'Its tokens are bound to a key (DPoP), which this code does not do. The walkthroughs show it.'
    : undefined
}

function signsRequests(metadata: AppFacts['metadata']): string | undefined {
  return metadata['require_signed_request_object'] === true
    ? 'It has to sign its requests (JAR), which this code does not do. The walkthroughs show it.'
    : undefined
}
