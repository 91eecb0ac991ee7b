import { ValetKeyError } from '#shared/errors.ts'
import { explainNetworkCode } from '#shared/oauth/explain-network-code.ts'

/** undici says `fetch failed`, and keeps the reason inside. */
export function explainNetwork(address: string, error: unknown, limit: number): ValetKeyError {
  const { origin } = new URL(address)
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new ValetKeyError(
      'timeout',
      `${origin} did not answer within ${limit / 1000} s. Is it reachable from here?`,
      {
        cause: error,
      },
    )
  }
  const cause = error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
  const words = explainNetworkCode(code) ?? `It could not be reached: ${reason}.`
  return new ValetKeyError('unreachable', `${origin}: ${words}`, { cause: error })
}

/** A name with several addresses fails with all of their reasons. */
function innermost(cause: Error): Error {
  const [first]: readonly unknown[] = cause instanceof AggregateError ? cause.errors : []
  return first instanceof Error ? first : cause
}
