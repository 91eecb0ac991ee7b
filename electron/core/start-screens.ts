import type { Config } from '#shared/contract/config.ts'

import type { CoreOptions } from './core.ts'
import type { Issuer } from './issuer/create-issuer.ts'
import { renderScreensPlaceholder } from './issuer/screens-placeholder.ts'
import { createLazyHandler } from './listener/handlers.ts'
import { guardHost, ownHosts } from './listener/host-guard.ts'
import { type Asset, serveAssets } from './listener/issuer-routes.ts'
import { createScreensRoutes } from './listener/screens-routes.ts'
import { createLazyManagement } from './load-management.ts'
import type { Ports } from './open-ports.ts'
import type { Recorder } from './recorder/recorder.ts'
import type { OpenedStore } from './store/open-store.ts'

export interface ScreensParts {
  readonly options: CoreOptions
  readonly config: Config | undefined
  readonly store: OpenedStore
  readonly recorder: Recorder
  readonly isRecording: boolean
  readonly ports: Ports
  readonly issuer: Issuer
  readonly token: string
  /** Under every name of the loopback. */
  readonly screens: readonly string[]
  readonly assets: (path: string) => Asset | undefined
  readonly onProblem: (message: string) => void
}

const CALLBACK = /^\/callback(?:\?|$)/

/** The management API, and the screens or what stands in their place, on the second port. */
export function startScreens(parts: ScreensParts): { close(): void } {
  const { options, config, store, recorder, isRecording, ports, issuer, token, screens, assets, onProblem } = parts
  const { address, number } = ports.screens
  const management = createLazyManagement({
    store,
    recorder,
    issuer,
    address: ports.issuer.address,
    config,
    token,
    screens,
    onProblem,
  })
  const pages = createLazyHandler(async () => {
    const page = (options.screens ?? true) ? await renderScreensPlaceholder(ports.issuer.address) : undefined
    return createScreensRoutes(page)
  }, onProblem)
  const guarded = guardHost(ownHosts(number), management.routes(serveAssets(assets, pages)))
  // The traffic of the screens is no application's; that of the playground's redirect address is.
  const callback = isRecording ? recorder.record(address, guarded, 'callback') : guarded
  ports.screens.serve((request, response) => {
    const handler = CALLBACK.test(request.url ?? '') ? callback : guarded
    handler(request, response)
  })
  return management
}
