import { openInBrowser } from './browser/open-in-browser.ts'
import type { Screens, ScreensOptions } from './screens.ts'
import { shellName } from './shell.ts'

/** Starts the built program in this project's shell, and shows its screens. */
export async function openScreens(options: ScreensOptions = {}): Promise<Screens> {
  if (shellName === 'browser') return await openInBrowser(options)
  throw new Error(`there is no way to open the screens in ${shellName}`)
}
