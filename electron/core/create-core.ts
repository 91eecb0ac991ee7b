/** The program: everything that runs the same in the desktop app and headless, put together. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import type { Config } from '#shared/contract/config.ts'
import type { ValetKeyError } from '#shared/errors.ts'
import type { SigningAlg, SigningKey } from '#shared/model/key.ts'

import { createIssuer } from './issuer/create-issuer.ts'
import { renderScreensPlaceholder } from './issuer/screens-placeholder.ts'
import { PAGE_ASSETS } from './issuer/interactions/pages/assets.ts'
import { createAssets } from './listener/assets.ts'
import { createLateHandler, createLazyHandler } from './listener/handlers.ts'
import { guardHost, ownHosts } from './listener/host-guard.ts'
import { createIssuerRoutes, serveAssets } from './listener/issuer-routes.ts'
import { listenOnLoopback } from './listener/loopback-server.ts'
import { presentAs } from './listener/public-address.ts'
import { createScreensRoutes } from './listener/screens-routes.ts'
import { loadDemoApis } from './load-demo-apis.ts'
import { createLazyManagement } from './load-management.ts'
import { createRecorder } from './recorder/create-recorder.ts'
import type { Recorder } from './recorder/recorder.ts'
import { seedStore } from './seed/seed-store.ts'
import { loadConfig, loadConfigValue } from './seed/load-config.ts'
import { openStore, type OpenedStore } from './store/open-store.ts'

export { defaultDataDirectory } from './default-data-directory.ts'

const TRAFFIC_FILE = 'traffic.sqlite'

export interface CoreOptions {
  /** Left out: everything stays in memory. */
  readonly dataDirectory?: string | undefined
  readonly port: number
  readonly uiPort: number
  /** The issuer's public address, when something stands in front of it. */
  readonly issuer?: string | undefined
  readonly permissive?: boolean | undefined
  /** Left out or true: the second port serves the screens beside the management API. */
  readonly screens?: boolean | undefined
  /** The path of a config file, or its content. */
  readonly config?: string | object | undefined
  readonly setAside?: boolean | undefined
  /** Left out or true: every exchange is recorded. */
  readonly recording?: boolean | undefined
  /** Told, in words for a person, of what went wrong while nobody was asking. */
  readonly onProblem?: ((message: string) => void) | undefined
}

export interface Core {
  readonly issuer: string
  readonly discovery: string
  readonly ui: string
  readonly api: string
  /** Opens the screens and the management API; made anew at each start. */
  readonly token: string
  readonly dataDirectory: string | undefined
  readonly recorder: Recorder
  rotateKey(alg: SigningAlg): Promise<SigningKey>
  close(): Promise<void>
}

export async function createCore(options: CoreOptions): Promise<Core> {
  const onProblem = options.onProblem ?? (() => undefined)
  const store = openStore({
    directory: options.dataDirectory,
    setAside: options.setAside,
    onProblem: (problem: ValetKeyError) => onProblem(problem.message),
  })
  const opened: { close(): Promise<void> | void }[] = [store]
  try {
    const config = await readConfig(options, store)
    seedStore(store, config)
    const core = await startListening(options, config, store, opened, onProblem)
    await store.durable()
    return core
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

function readConfig({ config }: CoreOptions, store: OpenedStore) {
  if (config === undefined) return undefined
  return typeof config === 'string' ? loadConfig(config, store) : loadConfigValue(config, store)
}

type Closable = { close(): Promise<void> | void }

async function startListening(
  options: CoreOptions,
  config: Config | undefined,
  store: OpenedStore,
  opened: Closable[],
  onProblem: (message: string) => void,
): Promise<Core> {
  const isRecording = options.recording ?? true
  // Without recording, what was recorded earlier can still be looked at.
  const recorder = createRecorder({
    file: options.dataDirectory === undefined ? undefined : join(options.dataDirectory, TRAFFIC_FILE),
    mount: options.issuer === undefined ? '' : new URL(options.issuer).pathname.replace(/\/$/, ''),
    retention: store.settings.get().retention,
    onProblem,
  })
  opened.push(recorder)
  const issuerHandler = createLateHandler()
  const screensHandler = createLateHandler()
  const issuerServer = await listenOnLoopback({
    port: options.port,
    flag: '--port',
    handler: issuerHandler.handle,
    onBroken: isRecording ? recorder.recordBroken : undefined,
  })
  opened.push(issuerServer)
  const screensServer = await listenOnLoopback({
    port: options.uiPort,
    flag: '--ui-port',
    handler: screensHandler.handle,
  })
  opened.push(screensServer)

  const issuer = options.issuer?.replace(/\/$/, '') ?? `http://localhost:${issuerServer.port}`
  const screens = `http://localhost:${screensServer.port}`
  const client = { client_id: 'valetkey-demo-apis', client_secret: randomBytes(32).toString('base64url') }
  const fetch = isRecording ? recorder.recordFetch(globalThis.fetch) : globalThis.fetch
  const running = await createIssuer({
    store,
    issuer,
    behindProxy: options.issuer !== undefined,
    permissive: options.permissive ?? false,
    screens: [screens, `http://127.0.0.1:${screensServer.port}`],
    internalClients: [{ ...client, redirect_uris: [], grant_types: [], response_types: [] }],
    fetch,
    annotate: isRecording ? recorder.annotate : undefined,
    onServerError: ({ method, path }, error) => onProblem(`${method} ${path} failed: ${describeError(error)}`),
  })
  opened.push(running)

  const assets = createAssets(PAGE_ASSETS)
  const routes = createIssuerRoutes({
    issuer: running.handle,
    assets,
    demoApis: createLazyHandler(
      () => loadDemoApis({ issuer, issuerEndpoint: issuerServer.endpoint, running, store, client, fetch }),
      onProblem,
    ),
  })
  const present = options.issuer === undefined ? undefined : presentAs(issuer)
  const guarded = guardHost(ownHosts(issuerServer.port, options.issuer), (request, response) => {
    present?.(request)
    routes(request, response)
  })
  issuerHandler.set(isRecording ? recorder.record(new URL(issuer).origin, guarded) : guarded)
  const screensRoutes = createLazyHandler(async () => {
    const page = (options.screens ?? true) ? await renderScreensPlaceholder(issuer) : undefined
    return createScreensRoutes(page)
  }, onProblem)
  const token = randomBytes(32).toString('base64url')
  const management = createLazyManagement({
    store,
    recorder,
    issuer: running,
    address: issuer,
    config,
    token,
    screens: [screens, `http://127.0.0.1:${screensServer.port}`, `http://[::1]:${screensServer.port}`],
    onProblem,
  })
  opened.push(management)
  const screensGuarded = guardHost(
    ownHosts(screensServer.port),
    management.routes(serveAssets(assets, screensRoutes)),
  )
  const callback = isRecording ? recorder.record(screens, screensGuarded, 'callback') : screensGuarded
  // The traffic of the screens is no application's; that of the playground's redirect address is.
  screensHandler.set((request, response) => {
    const handler = /^\/callback(?:\?|$)/.test(request.url ?? '') ? callback : screensGuarded
    handler(request, response)
  })
  store.announce({ issuer, ui: screens })

  return {
    issuer,
    discovery: `${issuer}/.well-known/openid-configuration`,
    ui: `${screens}/#token=${token}`,
    api: `${screens}/api/v1`,
    token,
    dataDirectory: options.dataDirectory,
    recorder,
    rotateKey: running.rotateKey,
    close: () => closeAll(opened),
  }
}

/** What was opened last is closed first; nothing new arrives while the store writes its last. */
async function closeAll(opened: Closable[]): Promise<void> {
  for (const part of opened.splice(0).reverse()) await part.close()
}

/** The kind and the place, never the request: it may carry secrets. */
function describeError(error: Error): string {
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name}: ${error.message}${place ? ` (${place.trim()})` : ''}`
}
