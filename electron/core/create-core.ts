/** The program: everything that runs the same in the desktop app and headless, put together. */
import { randomBytes } from 'node:crypto'

import type { ValetKeyError } from '#shared/errors.ts'
import type { SigningAlg, SigningKey } from '#shared/model/key.ts'

import { createIssuer, type Issuer } from './issuer/create-issuer.ts'
import { createAssets } from './listener/assets.ts'
import { guardHost, ownHosts } from './listener/host-guard.ts'
import { createIssuerRoutes } from './listener/issuer-routes.ts'
import { type Handler, listenOnLoopback, type LoopbackServer } from './listener/loopback-server.ts'
import { presentAs } from './listener/public-address.ts'
import { seedStore } from './seed/seed-store.ts'
import { loadConfig, loadConfigValue } from './seed/load-config.ts'
import { openStore, type OpenedStore } from './store/open-store.ts'

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
    seedStore(store, await readConfig(options, store))
    const core = await startListening(options, store, opened, onProblem)
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
  store: OpenedStore,
  opened: Closable[],
  onProblem: (message: string) => void,
): Promise<Core> {
  const issuerHandler = createLateHandler()
  const screensHandler = createLateHandler()
  const issuerServer = await listenOnLoopback({ port: options.port, flag: '--port', handler: issuerHandler.handle })
  opened.push(issuerServer)
  const screensServer = await listenOnLoopback({ port: options.uiPort, flag: '--ui-port', handler: screensHandler.handle })
  opened.push(screensServer)

  const issuer = options.issuer?.replace(/\/$/, '') ?? `http://localhost:${issuerServer.port}`
  const screens = `http://localhost:${screensServer.port}`
  const demoApisClient = { client_id: 'valetkey-demo-apis', client_secret: randomBytes(32).toString('base64url') }
  const running = await createIssuer({
    store,
    issuer,
    behindProxy: options.issuer !== undefined,
    permissive: options.permissive ?? false,
    screens: [screens, `http://127.0.0.1:${screensServer.port}`],
    internalClients: [{ ...demoApisClient, redirect_uris: [], grant_types: [], response_types: [] }],
    onServerError: ({ method, path }, error) => onProblem(`${method} ${path} failed: ${describeError(error)}`),
  })
  opened.push(running)

  const routes = createIssuerRoutes({
    issuer: running.handle,
    assets: createAssets(),
    loadDemoApis: () => loadDemoApis({ issuer, issuerServer, running, store, demoApisClient }),
  })
  const present = options.issuer === undefined ? undefined : presentAs(issuer)
  issuerHandler.set(
    guardHost(ownHosts(issuerServer.port, options.issuer), (request, response) => {
      present?.(request)
      routes(request, response)
    }),
  )
  screensHandler.set(guardHost(ownHosts(screensServer.port), createLazyScreens(issuer, options.screens ?? true)))
  store.announce({ issuer, ui: screens })

  const token = randomBytes(32).toString('base64url')
  return {
    issuer,
    discovery: `${issuer}/.well-known/openid-configuration`,
    ui: `${screens}/#token=${token}`,
    api: `${screens}/api/v1`,
    token,
    dataDirectory: options.dataDirectory,
    rotateKey: running.rotateKey,
    close: () => closeAll(opened),
  }
}

/** The port is known only once it is bound; whoever calls before the issuer stands waits for it. */
function createLateHandler(): { handle: Handler; set(handler: Handler): void } {
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

/** The page is rendered by React, which no application needs to get its tokens. */
function createLazyScreens(issuer: string, screens: boolean): Handler {
  let routes: Promise<Handler> | undefined
  return (request, response) => {
    routes ??= import('./listener/screens-routes.ts').then(({ createScreensRoutes }) => createScreensRoutes(issuer, screens))
    void routes.then((handler) => handler(request, response))
  }
}

interface DemoApisParts {
  readonly issuer: string
  readonly issuerServer: LoopbackServer
  readonly running: Issuer
  readonly store: OpenedStore
  readonly demoApisClient: { readonly client_id: string; readonly client_secret: string }
}

async function loadDemoApis({ issuer, issuerServer, running, store, demoApisClient }: DemoApisParts): Promise<Handler> {
  const [{ createResourceServer }, { getRequestListener }] = await Promise.all([
    import('./resource-server/resource-server.ts'),
    import('@hono/node-server'),
  ])
  const { fetch } = createResourceServer({
    issuer,
    issuerEndpoint: issuerServer.endpoint,
    introspectionClient: demoApisClient,
    isRevoked: running.isRevoked,
    apis: store.apis.list,
  })
  const listener = getRequestListener(fetch)
  return (request, response) => void listener(request, response)
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
