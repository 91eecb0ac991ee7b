import { HttpProblem } from '../http/problem.ts'

/** How long the issuer may take to answer one of our own questions. */
export const ISSUER_TIMEOUT = 3000

/** Without the issuer nothing can be said about a token, good or bad: that is 503, and neither 401 nor 500. */
export function issuerUnreachable(what: string, cause: unknown): HttpProblem {
  const reason = cause instanceof Error ? explainCause(cause) : String(cause)
  return new HttpProblem(503, 'The token could not be checked', `${what}: ${reason}. Try again in a moment.`, {
    cause,
    headers: { 'retry-after': '1' },
  })
}

/** `fetch` says only "fetch failed"; what happened stands one level deeper. */
function explainCause(error: Error): string {
  if (error.name === 'TimeoutError' || error.name === 'JWKSTimeout')
    return `no answer within ${ISSUER_TIMEOUT / 1000} seconds`
  const { cause } = error
  if (!(cause instanceof Error)) return error.message
  return [error.message, cause.message || ('code' in cause ? String(cause.code) : cause.name)].join(': ')
}
