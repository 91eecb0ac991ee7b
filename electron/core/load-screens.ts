import { createLazyHandler } from './listener/handlers.ts'
import type { Handler } from './listener/loopback-server.ts'
import { refuseUpgrade, type UpgradeHandler } from './listener/upgrade.ts'
import type { ScreensContext, ScreensFactory, ScreensHost } from './screens.ts'

export interface LazyScreens {
  readonly handle: Handler
  readonly upgrade: UpgradeHandler
  close(): void
}

/** What shows the screens is loaded with the first request for them: a CI job never asks. */
export function createLazyScreens(create: ScreensFactory, context: ScreensContext): LazyScreens {
  let loaded: Promise<ScreensHost> | undefined
  let isClosed = false

  async function start(): Promise<ScreensHost> {
    const host = await create(context)
    if (isClosed) host.close()
    return host
  }

  function load(): Promise<ScreensHost> {
    loaded ??= start().catch((error: unknown) => {
      loaded = undefined
      throw error
    })
    return loaded
  }

  return {
    handle: createLazyHandler(async () => (await load()).handle, context.onProblem),
    upgrade(request, socket, head) {
      load().then(
        (host) => host.upgrade(request, socket, head),
        (error: unknown) => {
          context.onProblem(
            `The screens could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
          )
          refuseUpgrade(socket, 503, 'The screens could not be loaded. Try again; if it stays so, install it anew.\n')
        },
      )
    },
    close() {
      isClosed = true
      loaded?.then(
        (host) => host.close(),
        () => undefined,
      )
    },
  }
}
