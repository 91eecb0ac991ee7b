/** Which shell a test runs in: the vitest project says so. */
import { explainNoDesktop } from '../../../scripts/lib/desktop.mjs'
import { chromiumPath } from '../../support/chromium.ts'
import { SHELL_NAMES, type ShellName } from './screens.ts'

export const shellName: ShellName = SHELL_NAMES.find((name) => name === process.env['VALETKEY_TEST_SHELL']) ?? 'browser'

/** `describe.skipIf(noShell)`: there is nothing here to show the screens in; the run has said why. */
export const noShell = explainSkip(shellName) !== undefined

/**
 * What concerns the screens alone is walked through in a browser, and in Electron where it is. In the stand-in, which is
 * there for what the shell does, it would only take time.
 */
export const isStandIn = shellName === 'desktop-stand-in'

export function explainSkip(shell: string): string | undefined {
  if (shell === 'desktop') return explainNoDesktop()
  return chromiumPath() === undefined ? 'there is no Chromium; name one by VALETKEY_CHROMIUM' : undefined
}
