/** What an issuer's refusal means for the person who asked, and what they can do. */
import { ValetKeyError } from '#shared/errors.ts'

import { authMethodOf } from './client-auth.ts'
import type { Session } from './session.ts'

type Context = Pick<Session, 'request' | 'as'>

/** By the codes of RFC 6749 section 5.2, RFC 8707, RFC 8628 and OpenID Connect. */
const WAYS_OUT: Readonly<Record<string, (context: Context) => string>> = {
  invalid_client: explainClient,
  unauthorized_client: ({ request }) =>
    `The client ${quote(request.client)} is not registered for this grant: add the grant to its grant_types, or take another client.`,
  unsupported_grant_type: ({ as }) =>
    `The issuer offers: ${as.grant_types_supported?.join(', ') ?? 'it does not say'}.`,
  invalid_scope: ({ request, as }) =>
    `Asked for was ${quote(request.scope ?? '')}. The client's own scope bounds what it may ask for; the issuer knows: ${as.scopes_supported?.join(' ') ?? 'it does not say'}.`,
  invalid_target: ({ request }) =>
    `No API of the issuer is called ${[...request.resources, ...request.audiences].map(quote).join(' or ') || 'so'}: name one by its identifier.`,
  invalid_grant: () => 'What was shown for it is wrong, was used before, has expired, or belongs to another client.',
  access_denied: () => 'The person said no.',
  expired_token: () => 'Nobody answered in time: start again.',
}

export function explainRefusal(
  context: Context,
  body: Readonly<Record<string, unknown>>,
  status: number,
): ValetKeyError {
  const error = typeof body['error'] === 'string' ? body['error'] : undefined
  if (error === undefined) {
    return new ValetKeyError('refused', `${context.as.issuer} answered with ${status} and no protocol error.`)
  }
  const description = typeof body['error_description'] === 'string' ? body['error_description'] : undefined
  return refusal(context, error, description, status)
}

export function refusal(context: Context, error: string, description?: string, status?: number): ValetKeyError {
  const said = description === undefined ? error : `${error}: ${description}`
  const wayOut = WAYS_OUT[error]?.(context)
  const message = `The issuer refused with ${said}${/[.!?]$/.test(said) ? '' : '.'}${wayOut === undefined ? '' : `\n${wayOut}`}`
  return new ValetKeyError('refused', message, { detail: { error, error_description: description, status } })
}

function explainClient({ request, as }: Context): string {
  const method = authMethodOf(request, as)
  const unknown = `Either the issuer has no client ${quote(request.client)}`
  if (method === 'none') return `${unknown}, or it has to prove who it is and no secret or key was given.`
  const proof = method === 'private_key_jwt' ? 'the key is not its key' : 'the secret is not its secret'
  return `${unknown}, or ${proof}, or it is registered with another token_endpoint_auth_method than ${method}.`
}

function quote(text: string): string {
  return JSON.stringify(text)
}
