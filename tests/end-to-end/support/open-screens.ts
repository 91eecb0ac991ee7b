import { openInBrowser } from './browser/open-in-browser.ts'
import { openInElectron } from './desktop/open-in-electron.ts'
import { openInStandIn } from './desktop-stand-in/open-in-stand-in.ts'
import type { Screens, ScreensOptions, ShellName } from './screens.ts'
import { shellName } from './shell.ts'

const OPEN: Readonly<Record<ShellName, (options: ScreensOptions) => Promise<Screens>>> = {
  browser: openInBrowser,
  'desktop-stand-in': openInStandIn,
  desktop: openInElectron,
}

/** Starts the built program in this project's shell, and shows its screens. */
export function openScreens(options: ScreensOptions = {}): Promise<Screens> {
  return OPEN[shellName](options)
}
