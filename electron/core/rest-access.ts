import type { RestAnswer } from '#shared/contract/calls/shell.ts'

/** For the screens, which show people what a program outside would use. */
export interface RestAccess {
  get(): { readonly api: string; readonly token: string }
  /** Really asked for over HTTP, with the token; reading only. */
  read(path: string): Promise<RestAnswer>
}

/** What a person reads on a screen is shorter by far. */
const MOST_SHOWN = 500_000

export function createRestAccess(api: string, token: string): RestAccess {
  return {
    get: () => ({ api, token }),
    async read(path) {
      const began = performance.now()
      // A path that begins like an address of its own must not carry the token elsewhere: it is put behind ours.
      const response = await fetch(new URL(`${api}${path}`), {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'error',
        // A stream of events would never end.
        signal: AbortSignal.timeout(10_000),
      })
      const body = await response.text()
      return {
        status: response.status,
        headers: [...response.headers],
        body: body.slice(0, MOST_SHOWN),
        isCut: body.length > MOST_SHOWN,
        took: performance.now() - began,
      }
    },
  }
}
