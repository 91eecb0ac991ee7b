/** The desktop app: what it is made of, in the order in which it starts. */
import { join } from 'node:path'

import { app } from 'electron'

import { createEventLog } from '#shared/frames/event-log.ts'

import { createCore, defaultDataDirectory } from '../core/create-core.ts'
import { followOpenedAddresses, registerCallbackScheme } from './callback-scheme.ts'
import { connectScreens } from './connect-screens.ts'
import { explainFailure } from './explain-failure.ts'
import { guardProgram } from './guard-program.ts'
import { createHeldEvents } from './held-events.ts'
import { followOpenedFiles, type OnLesson } from './opened-files.ts'
import { useOwnFolder } from './own-folder.ts'
import { createPreferences } from './preferences.ts'
import { createProgram } from './program.ts'
import { isQuietStart } from './quiet-start.ts'
import { closeBeforeQuit } from './quit.ts'
import { registerScreensScheme, serveScreens } from './screens-scheme.ts'
import { createProblemDialog } from './show-problem.ts'
import { showNatively } from './show-natively.ts'
import { createSecretBox } from './secret-box.ts'
import { followSecondStarts } from './single-instance.ts'
import { createStartAtLogin, wasOpenedAtLogin } from './start-at-login.ts'
import { watchScreens } from './watch-screens.ts'
import { watchUnexpected } from './watch-unexpected.ts'
import { createWindowKeeper } from './window-keeper.ts'
import { openWindow } from './window.ts'

const folder = useOwnFolder()
const onProblem = createProblemDialog()
watchUnexpected(onProblem)
registerScreensScheme()
if (app.requestSingleInstanceLock()) start().catch(explainFailure)
else app.quit()

async function start(): Promise<void> {
  const events = createEventLog()
  const startAtLogin = createStartAtLogin()
  const preferences = createPreferences({ file: join(folder, 'preferences.json'), startAtLogin, onProblem })
  const dataDirectory = defaultDataDirectory(process.platform, process.env)
  const program = createProgram({
    createCore,
    dataDirectory,
    secretBox: createSecretBox(),
    ports: () => preferences.get().ports,
    events,
    onProblem,
  })
  const keepsRunning = () => preferences.get().keepRunning
  closeBeforeQuit({ app, close: program.close, onFailure: explainFailure, keepsRunning })
  program.start().catch(explainFailure)

  const windows = createWindowKeeper(() => {
    const window = openWindow()
    watchScreens(window, onProblem)
    return window
  })
  const ready = Promise.withResolvers<void>()
  const show = () => void ready.promise.then(windows.show)
  const held = createHeldEvents(events)
  const onCallback = (url: string) => {
    held.emit('callback.received', { url })
    show()
  }
  const onLesson: OnLesson = (lesson) => {
    held.emit('lesson.opened', lesson)
    show()
  }
  followOpenedAddresses(onCallback)
  followOpenedFiles(onLesson)
  followSecondStarts({ show, onCallback, onLesson })
  app.on('activate', show)

  await app.whenReady()
  guardProgram()
  serveScreens()
  registerCallbackScheme()
  showNatively({ program, preferences, emit: held.emit, open: show, onProblem })
  const findWindow = () => windows.current
  connectScreens({ program, preferences, dataDirectory, events: held.events, findWindow, onCallback, onProblem })
  ready.resolve()
  if (!isQuietStart(process.argv, wasOpenedAtLogin(), keepsRunning())) show()
}
