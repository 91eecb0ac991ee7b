/** The program: everything that runs the same in the desktop app and headless, put together. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import type { ValetKeyError } from '#shared/errors.ts'
import type { JsonObject } from '#shared/flows/flow.ts'
import { LOOPBACK_HOSTS } from '#shared/oauth/loopback.ts'

import { createBackendSessions } from './backend-sessions.ts'
import type { Core, CoreOptions, RunningProgram } from './core.ts'
import { createFollow } from './follow.ts'
import { PAGE_ASSETS } from './issuer/interactions/pages/assets.ts'
import { ensureKeys } from './issuer/signing/keys.ts'
import { createAssets } from './listener/assets.ts'
import { totpCode } from './issuer/interactions/totp.ts'
import { createLazyApi } from './load-api.ts'
import { createLazyFlows } from './load-flows.ts'
import { observeRemovals } from './observe-removals.ts'
import { openPorts, type Ports } from './open-ports.ts'
import { createRestAccess } from './rest-access.ts'
import { createRecorder } from './recorder/create-recorder.ts'
import { loadConfig, loadConfigValue } from './seed/load-config.ts'
import { seededPrivateKey } from './seed/scenarios.ts'
import { seedStore } from './seed/seed-store.ts'
import { startIssuer } from './start-issuer.ts'
import { startScreens } from './start-screens.ts'
import { openStore, type OpenedStore } from './store/open-store.ts'

export { defaultDataDirectory } from './default-data-directory.ts'
export { isSocketPath, refuseUpgrade } from './listener/upgrade.ts'
export type { Core, CoreOptions, RunningProgram } from './core.ts'
export type { ScreensContext, ScreensFactory, ScreensHost } from './screens.ts'
export type { SecretBox } from './store/store.ts'

const TRAFFIC_FILE = 'traffic.sqlite'

type Closable = { close(): Promise<void> | void }

export async function createCore(options: CoreOptions): Promise<Core> {
  const opened: Closable[] = []
  try {
    return await start(options, opened)
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

/** Whatever is opened is noted in `opened` at once, so that a failure of the next closes it. */
async function start(options: CoreOptions, opened: Closable[]): Promise<Core> {
  const onProblem = options.onProblem ?? (() => undefined)
  const store = openStore({
    directory: options.dataDirectory,
    setAside: options.setAside,
    secretBox: options.secretBox,
    onProblem: (problem: ValetKeyError) => onProblem(problem.message),
  })
  opened.push(store)
  const keys = beginKeys(store, options)
  const config = await readConfig(options, store)
  seedStore(store, config)

  const isRecording = options.recording ?? true
  // Without recording, what was recorded earlier can still be looked at.
  const recorder = observeRemovals(
    createRecorder({
      file: options.dataDirectory === undefined ? undefined : join(options.dataDirectory, TRAFFIC_FILE),
      mount: options.issuer === undefined ? '' : new URL(options.issuer).pathname.replace(/\/$/, ''),
      retention: store.settings.get().retention,
      onProblem,
    }),
  )
  opened.push(recorder)
  const ports = await openPorts(options, isRecording ? recorder.recordBroken : undefined)
  opened.push(ports.issuer, ports.screens)

  const screens = LOOPBACK_HOSTS.map((host) => `http://${host}:${ports.screens.number}`)
  const assets = createAssets(PAGE_ASSETS)
  const shared = { options, store, ports, screens, assets, onProblem }
  const sessions = createBackendSessions()
  const issuer = await startIssuer({ ...shared, keys, sessions, recorder: isRecording ? recorder : undefined })
  opened.push(issuer)
  const token = randomBytes(32).toString('base64url')
  const program = describeProgram(options, ports, isRecording)
  const restAccess = createRestAccess(program.api, token)
  const flows = createLazyFlows({
    store,
    recorder: isRecording ? recorder : undefined,
    issuer: ports.issuer,
    screens: ports.screens,
    // JSON from a file, whatever its compiler calls it.
    privateKeyOf: (client_id) => seededPrivateKey(client_id) as JsonObject | undefined,
    oneTimePassword: (secret) => totpCode(secret, Date.now() / 1000),
    keepTokens: sessions.keepTokens,
    limits: options.walkthroughs,
    onProblem,
  })
  opened.push(flows)
  const fetch = isRecording ? recorder.recordFetch(globalThis.fetch) : globalThis.fetch
  const api = createLazyApi({
    store,
    recorder,
    ports: { issuer: ports.issuer, screens: ports.screens, isRecording },
    issuer,
    flows,
    address: program.issuer,
    port: program.ports.issuer,
    fetch,
    config,
  })
  const follow = createFollow({ store, recorder, flows })
  opened.push(startScreens({ ...shared, api, flows, follow, program, recorder, restAccess, token }))
  store.announce({ issuer: program.issuer, ui: program.screens })
  await store.durable()

  return {
    issuer: program.issuer,
    discovery: program.discovery,
    ui: `${program.screens}/#token=${token}`,
    api: program.api,
    token,
    restAccess,
    dataDirectory: options.dataDirectory,
    program,
    recorder,
    call: api.call,
    follow,
    rotateKey: issuer.rotateKey,
    close: () => closeAll(opened),
  }
}

function describeProgram({ dataDirectory }: CoreOptions, ports: Ports, recording: boolean): RunningProgram {
  const [issuer, screens] = [ports.issuer.address, ports.screens.address]
  return {
    state: 'running',
    issuer,
    discovery: `${issuer}/.well-known/openid-configuration`,
    api: `${screens}/api/v1`,
    screens,
    ports: { issuer: ports.issuer.number, screens: ports.screens.number },
    dataDirectory,
    recording,
  }
}

/** At a first start making them takes longer than all else, so it goes on while the rest is made ready. */
function beginKeys(store: OpenedStore, { rsaKey }: CoreOptions): Promise<void> {
  const keys = ensureKeys(store, rsaKey)
  // Whoever awaits them hears of a failure; a start that fails for another reason does not wait for them.
  keys.catch(() => undefined)
  return keys
}

function readConfig({ config }: CoreOptions, store: OpenedStore) {
  if (config === undefined) return undefined
  return typeof config === 'string' ? loadConfig(config, store) : loadConfigValue(config, store)
}

/** What was opened last is closed first; nothing new arrives while the store writes its last. */
async function closeAll(opened: Closable[]): Promise<void> {
  for (const part of opened.splice(0).reverse()) await part.close()
}
