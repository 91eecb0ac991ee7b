import { onOrder } from '../control.ts'
import { createEvents } from '../emitter.ts'
import { leave } from '../leave.ts'
import { paths } from '../paths.ts'
import { askForLock } from '../single-instance.ts'
import { assertKnown, strict } from '../strict.ts'
import { chromium } from '../chromium/chromium.ts'
import { closeWindows, destroyWindows, onLastWindowClosed, windowCount } from '../windows.ts'

const EVENTS = [
  'select-client-certificate',
  'child-process-gone',

  'ready',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'activate',
  'open-url',
  'open-file',
]
const events = createEvents('app', EVENTS, () => app)

let isReady = false
let isQuitting = false
let name = 'valetkey'
let loginItem: object = { openAtLogin: false }
/** By which command the system opens an address of a scheme. */
const protocols = new Map<string, readonly string[]>()

const ready = chromium.then(() => {
  isReady = true
  events.fire('ready', {})
})

export const app = strict('app', {
  ...events.members,
  isPackaged: false,
  getVersion: () => '0.0.0-stand-in',
  getPath: (which: string) => paths.get(which),
  setPath: (which: string, path: string) => paths.set(which, path),
  isReady: () => isReady,
  whenReady: () => ready,
  requestSingleInstanceLock: (data?: unknown) =>
    askForLock(data, ({ argv, cwd, data: told }) => events.fire('second-instance', {}, argv, cwd, told)),
  setName: (given: string) => void (name = given),
  setAboutPanelOptions: (options: object) =>
    assertKnown('AboutPanelOptions', options, ['applicationName', 'applicationVersion', 'copyright']),
  setAsDefaultProtocolClient: (scheme: string, program?: string, args: readonly string[] = []) =>
    Boolean(protocols.set(scheme, [program ?? process.execPath, ...args])),
  setLoginItemSettings: (settings: object) => {
    assertKnown('LoginItemSettings', settings, ['openAtLogin', 'args', 'path'])
    loginItem = { ...loginItem, ...settings }
  },
  getLoginItemSettings: () => loginItem,
  quit,
  exit,
})

/** As Browser::Quit has it: windows may refuse to close, and whoever cancels one step cancels all of it. */
function quit(): void {
  if (isQuitting) return
  isQuitting = !events.fire('before-quit')
  if (!isQuitting) return
  if (windowCount() === 0) shutDown()
  else if (!closeWindows()) isQuitting = false
}

function shutDown(): void {
  isQuitting = !events.fire('will-quit')
  if (isQuitting) end(0)
}

function exit(code = 0): void {
  destroyWindows()
  end(code)
}

function end(code: number): void {
  events.fire('quit', {}, code)
  leave(code)
}

onLastWindowClosed(() => {
  if (isQuitting) shutDown()
  else if (events.members.listenerCount('window-all-closed') === 0) quit()
  else events.emit('window-all-closed')
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit)

onOrder('open an address', (address: string) => events.fire('open-url', {}, address))
onOrder('open a file', (path: string) => events.fire('open-file', {}, path))
onOrder('say what the system knows', () => ({ name, protocols: Object.fromEntries(protocols), loginItem }))
