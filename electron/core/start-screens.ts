import { type Access, createAccess } from './api/access.ts'
import type { Core, CoreOptions } from './core.ts'
import { renderScreensPlaceholder } from './issuer/screens-placeholder.ts'
import { createLazyHandler } from './listener/handlers.ts'
import { guardHost, guardUpgradeHost, ownHosts } from './listener/host-guard.ts'
import { type Asset, serveAssets } from './listener/issuer-routes.ts'
import type { Handler } from './listener/loopback-server.ts'
import { createScreensRoutes } from './listener/screens-routes.ts'
import { isSocketPath, refuseUpgrade, type UpgradeHandler } from './listener/upgrade.ts'
import type { LazyApi } from './load-api.ts'
import type { LazyFlows } from './load-flows.ts'
import { createLazyManagement } from './load-management.ts'
import { createLazyScreens, type LazyScreens } from './load-screens.ts'
import type { Ports } from './open-ports.ts'
import type { Recorder } from './recorder/recorder.ts'

export interface ScreensParts extends Pick<Core, 'follow' | 'program' | 'restAccess' | 'token'> {
  readonly options: CoreOptions
  readonly api: LazyApi
  readonly flows: Pick<LazyFlows, 'takeArrival'>
  readonly recorder: Recorder
  readonly ports: Ports
  /** Under every name of the loopback. */
  readonly screens: readonly string[]
  readonly assets: (path: string) => Asset | undefined
  readonly onProblem: (message: string) => void
}

const CALLBACK = /^\/callback(?:\?|$)/

/** The management API, and the screens or what stands in their place, on the second port. */
export function startScreens(parts: ScreensParts): { close(): void } {
  const { api, program, recorder, ports, assets, onProblem } = parts
  const access = createAccess(parts.token, parts.screens)
  const management = createLazyManagement(api, { recorder, access, origin: program.screens, onProblem })
  const screens = createScreens(parts, access)
  const hosts = ownHosts(ports.screens.number)
  const guarded = guardHost(hosts, management.routes(serveAssets(assets, screens.handle)))
  const answerCallback = guardHost(hosts, createLazyCallback(parts))
  // The traffic of the screens is no application's; that of the playground's redirect address is.
  const callback = program.recording ? recorder.record(program.screens, answerCallback, 'callback') : answerCallback
  ports.screens.serve((request, response) => {
    const handler = CALLBACK.test(request.url ?? '') ? callback : guarded
    handler(request, response)
  })
  ports.screens.serveUpgrades(guardUpgradeHost(hosts, onlyAtSocketPath(screens.upgrade)))
  return {
    close() {
      screens.close()
      management.close()
    },
  }
}

function createLazyCallback({ options, screens, program, flows, onProblem }: ScreensParts): Handler {
  return createLazyHandler(async () => {
    const { createCallback } = await import('./issuer/callback.ts')
    // A Content-Security-Policy cannot name an IPv6 address.
    const frameAncestors = screens.filter((origin) => !origin.includes('['))
    return createCallback({
      frameAncestors,
      hasScreens: Boolean(options.screens),
      origin: program.screens,
      // The page is shown whatever comes of it: the run says what was wrong.
      onArrival: (arrival) =>
        flows.takeArrival(arrival).catch((error: unknown) => onProblem(`An arrival was not taken: ${String(error)}`)),
    })
  }, onProblem)
}

function createScreens(parts: ScreensParts, access: Access): LazyScreens {
  const { options, api, follow, program, restAccess, onProblem } = parts
  if (options.screens) {
    return createLazyScreens(options.screens, { call: api.call, follow, program, restAccess, access, onProblem })
  }
  const handle = createLazyHandler(async () => {
    const page = options.screens === undefined ? await renderScreensPlaceholder(program.issuer) : undefined
    return createScreensRoutes(page)
  }, onProblem)
  return { handle, upgrade: (_request, socket) => refuseUpgrade(socket, 404, NO_SOCKET), close: () => undefined }
}

const NO_SOCKET = 'There is no socket here: the screens are not served at this address.\n'

function onlyAtSocketPath(upgrade: UpgradeHandler): UpgradeHandler {
  return (request, socket, head) => {
    if (isSocketPath(request.url)) upgrade(request, socket, head)
    else refuseUpgrade(socket, 404, 'There is no socket at this address; the one of the screens is at /socket.\n')
  }
}
