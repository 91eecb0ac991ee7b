import { ValetKeyError } from '#shared/errors.ts'

import type { Grant } from './grants/grant.ts'
import { openSession, type Person } from './session.ts'
import type { TokenRequest, TokenResponse } from './token-request.ts'

/** In seconds: for a machine to answer, and for a person. */
const PATIENCE = { machine: 30, person: 300 } as const

export async function requestToken(grant: Grant, request: TokenRequest, person: Person): Promise<TokenResponse> {
  const seconds = request.timeoutSeconds ?? (grant.needsPerson ? PATIENCE.person : PATIENCE.machine)
  const signal = AbortSignal.timeout(seconds * 1000)
  try {
    return await grant.run(await openSession(request, person, signal))
  } catch (error) {
    if (error instanceof ValetKeyError) throw error
    throw explain(error, signal.aborted, grant, seconds, request)
  }
}

/** What is left is either our own patience, or an answer that breaks the protocol and says how. */
function explain(
  cause: unknown,
  timedOut: boolean,
  grant: Grant,
  seconds: number,
  { issuer }: TokenRequest,
): ValetKeyError {
  if (timedOut) {
    const who = grant.needsPerson ? 'Nobody finished the sign-in' : `${issuer} did not answer`
    return new ValetKeyError(
      'timeout',
      `${who} within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. --timeout SECONDS waits longer.`,
      { cause },
    )
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new ValetKeyError('bad_answer', `The answer of ${issuer} cannot be accepted: ${reason}`, { cause })
}
