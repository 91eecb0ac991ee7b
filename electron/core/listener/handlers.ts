import type { Handler } from './loopback-server.ts'

/** The port is known only once it is bound; whoever calls before the real handler stands waits for it. */
export function createLateHandler(): { handle: Handler; set(handler: Handler): void } {
  const { promise, resolve } = Promise.withResolvers<Handler>()
  let current: Handler = (request, response) => void promise.then((handler) => handler(request, response))
  return {
    handle: (request, response) => current(request, response),
    set(handler) {
      current = handler
      resolve(handler)
    },
  }
}

/** Loaded with the first request that needs it: most applications get their tokens without. */
export function createLazyHandler(load: () => Promise<Handler>): Handler {
  let loaded: Promise<Handler> | undefined
  return (request, response) => {
    loaded ??= load()
    void loaded.then((handler) => handler(request, response))
  }
}
