import type { CustomFetchOptions } from 'oauth4webapi'

import { ValetKeyError } from '#shared/errors.ts'
import { isLoopbackHttp } from '#shared/oauth/loopback.ts'

type Options = CustomFetchOptions<string, URLSearchParams | undefined>

/** Refuses to send secrets in the clear to another machine, also where discovery would have it so. */
export function createFetch(insecureHttp: boolean) {
  return async (url: string, { body, signal, ...options }: Options): Promise<Response> => {
    assertSafe(url, insecureHttp)
    try {
      return await fetch(url, { ...options, ...(body && { body }), ...(signal && { signal }) })
    } catch (cause) {
      if (signal?.aborted) throw cause
      throw new ValetKeyError('unreachable', explainUnreachable(url, cause), { cause })
    }
  }
}

function assertSafe(url: string, insecureHttp: boolean): void {
  if (insecureHttp || url.startsWith('https:') || isLoopbackHttp(url)) return
  throw new ValetKeyError(
    'insecure_http',
    `${url} is http on another machine, where everybody on the way can read the secret and the token. ` +
      'Use https, or say --insecure-http when that is all right.',
  )
}

function explainUnreachable(url: string, cause: unknown): string {
  const { origin } = new URL(url)
  if (isLoopbackHttp(url)) return `Nothing answers at ${origin}: start it with "valetkey serve".`
  return `Nothing answers at ${origin} (${reasonOf(cause)}). Check the address and the network.`
}

/** The reason lies below what fetch throws, and below that again when several addresses were tried. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return String(cause)
}
