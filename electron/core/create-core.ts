/** The program: everything that runs the same in the desktop app and headless, put together. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import type { ValetKeyError } from '#shared/errors.ts'
import { LOOPBACK_HOSTS } from '#shared/oauth/loopback.ts'

import type { Core, CoreOptions } from './core.ts'
import { PAGE_ASSETS } from './issuer/interactions/pages/assets.ts'
import { ensureKeys } from './issuer/signing/keys.ts'
import { createAssets } from './listener/assets.ts'
import { openPorts } from './open-ports.ts'
import { createRecorder } from './recorder/create-recorder.ts'
import { loadConfig, loadConfigValue } from './seed/load-config.ts'
import { seedStore } from './seed/seed-store.ts'
import { startIssuer } from './start-issuer.ts'
import { startScreens } from './start-screens.ts'
import { openStore, type OpenedStore } from './store/open-store.ts'

export { defaultDataDirectory } from './default-data-directory.ts'
export type { Core, CoreOptions } from './core.ts'

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
    onProblem: (problem: ValetKeyError) => onProblem(problem.message),
  })
  opened.push(store)
  const keys = beginKeys(store, options)
  const config = await readConfig(options, store)
  seedStore(store, config)

  const isRecording = options.recording ?? true
  // Without recording, what was recorded earlier can still be looked at.
  const recorder = createRecorder({
    file: options.dataDirectory === undefined ? undefined : join(options.dataDirectory, TRAFFIC_FILE),
    mount: options.issuer === undefined ? '' : new URL(options.issuer).pathname.replace(/\/$/, ''),
    retention: store.settings.get().retention,
    onProblem,
  })
  opened.push(recorder)
  const ports = await openPorts(options, isRecording ? recorder.recordBroken : undefined)
  opened.push(ports.issuer, ports.screens)

  const screens = LOOPBACK_HOSTS.map((host) => `http://${host}:${ports.screens.number}`)
  const assets = createAssets(PAGE_ASSETS)
  const shared = { options, store, ports, screens, assets, onProblem }
  const issuer = await startIssuer({ ...shared, keys, recorder: isRecording ? recorder : undefined })
  opened.push(issuer)
  const token = randomBytes(32).toString('base64url')
  opened.push(startScreens({ ...shared, config, recorder, isRecording, issuer, token }))
  store.announce({ issuer: ports.issuer.address, ui: ports.screens.address })
  await store.durable()

  return {
    issuer: ports.issuer.address,
    discovery: `${ports.issuer.address}/.well-known/openid-configuration`,
    ui: `${ports.screens.address}/#token=${token}`,
    api: `${ports.screens.address}/api/v1`,
    token,
    dataDirectory: options.dataDirectory,
    recorder,
    rotateKey: issuer.rotateKey,
    close: () => closeAll(opened),
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
