import type { CallName } from '#shared/contract/calls/calls.ts'
import type { Door } from '#shared/model/history.ts'

import type { CoreApi } from './api/create-api.ts'
import type { ApiDependencies } from './api/dependencies.ts'

export interface LazyApi extends CoreApi {
  load(): Promise<CoreApi>
}

/** The calls and their validator are loaded with the first; every door shares what was loaded. */
export function createLazyApi(dependencies: ApiDependencies): LazyApi {
  let loaded: Promise<CoreApi> | undefined

  async function create(): Promise<CoreApi> {
    const { createApi } = await import('./api/create-api.ts')
    return createApi(dependencies)
  }

  function load(): Promise<CoreApi> {
    loaded ??= create().catch((error: unknown) => {
      // A file that was missing for a moment, as while a new version is installed, may be there for the next call.
      loaded = undefined
      throw error
    })
    return loaded
  }

  return {
    load,
    call: async <Name extends CallName>(name: Name, input: unknown, door?: Door) =>
      (await load()).call(name, input, door),
  }
}
