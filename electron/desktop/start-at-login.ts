import { app } from 'electron'

import { createAutostartFile, findAutostartFile } from './autostart-file.ts'
import type { StartAtLogin } from './preferences.ts'
import { QUIET } from './quiet-start.ts'

/** From source there is no program that the system could start. */
const IMPOSSIBLE: StartAtLogin = { isPossible: false, get: () => false, set: () => undefined }

export function createStartAtLogin(): StartAtLogin {
  if (!app.isPackaged) return IMPOSSIBLE
  return { isPossible: true, ...(process.platform === 'linux' ? onLinux() : bySystem()) }
}

/** An AppImage is mounted anew at each start; the file itself is named in its surroundings. */
function onLinux() {
  return createAutostartFile(findAutostartFile(process.env), process.env['APPIMAGE'] ?? process.execPath)
}

function bySystem() {
  const args = process.platform === 'win32' ? { args: [QUIET] } : {}
  return {
    get: () => app.getLoginItemSettings(args).openAtLogin,
    set: (openAtLogin: boolean) => app.setLoginItemSettings({ openAtLogin, ...args }),
  }
}

/** Where the system says it by itself. */
export function wasOpenedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}
