import type { ManagementOptions } from './api/rest/create-management.ts'
import { createLazyHandler } from './listener/handlers.ts'
import type { Handler } from './listener/loopback-server.ts'
import type { LazyApi } from './load-api.ts'

const MANAGEMENT = /^\/api\/v1(?:[/?]|$)/

export interface LazyManagement {
  /** Whatever is not the management API's goes to the other handler. */
  readonly routes: (otherwise: Handler) => Handler
  close(): void
}

/** The management API and its validator are loaded with the first request for it. */
export function createLazyManagement(api: LazyApi, options: Omit<ManagementOptions, 'api'>): LazyManagement {
  let close = (): void => undefined
  const handle = createLazyHandler(async () => {
    const { createManagement } = await import('./api/rest/create-management.ts')
    const management = createManagement({ ...options, api: await api.load() })
    close = management.close
    return management.handle
  }, options.onProblem)
  return {
    routes: (otherwise) => (request, response) => {
      if (MANAGEMENT.test(request.url ?? '')) handle(request, response)
      else otherwise(request, response)
    },
    close: () => close(),
  }
}
