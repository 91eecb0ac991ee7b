import type { Handler } from './loopback-server.ts'

/** The port is known only once it is bound; whoever calls before the real handler stands waits for it. */
export function createLate<Given extends readonly unknown[]>() {
  type Handle = (...given: Given) => void
  const { promise, resolve } = Promise.withResolvers<Handle>()
  let current: Handle = (...given) => void promise.then((handle) => handle(...given))
  return {
    handle: (...given: Given) => current(...given),
    set(handle: Handle) {
      current = handle
      resolve(handle)
    },
  }
}

/** Loaded with the first request that needs it: most applications get their tokens without. */
export function createLazyHandler(load: () => Promise<Handler>, onProblem: (message: string) => void): Handler {
  let loaded: Promise<Handler> | undefined
  return (request, response) => {
    loaded ??= load()
    loaded.then(
      (handler) => handler(request, response),
      (error: unknown) => {
        // A file that was missing for a moment, as while a new version is installed, may be there for the next request.
        loaded = undefined
        onProblem(
          `A part of the program could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
        )
        response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
        response.end('A part of the program could not be loaded. Try again; if it stays so, install it anew.\n')
      },
    )
  }
}
