import { fileURLToPath } from 'node:url'

import { app, protocol } from 'electron'

import { createDevelopmentAnswer, createScreensAnswer } from './answer-screens.ts'
import { findDevServer, SCREENS_SCHEME } from './screens-address.ts'

/** Beside the bundle; the bundler has this file at the top of its folder. */
const BUILT_SCREENS = fileURLToPath(new URL('../screens/', import.meta.url))

/** To be called before the app is ready: Chromium learns what kind of scheme it is only once. */
export function registerScreensScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: SCREENS_SCHEME, privileges }])
}

/** For the session of the window alone; the user agent's has no such scheme. */
export function serveScreens(): void {
  const devServer = findDevServer(app.isPackaged, process.env)
  const answer = devServer === undefined ? createScreensAnswer(BUILT_SCREENS) : createDevelopmentAnswer(devServer)
  protocol.handle(SCREENS_SCHEME, answer)
}
