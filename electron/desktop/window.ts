import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { app, BrowserWindow, nativeTheme, screen } from 'electron'

import { THEMES } from '#shared/theme/tokens.ts'

import { guardNavigation } from './guard-navigation.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'
import { SCREENS_ADDRESS } from './screens-address.ts'
import { placeWindow, SMALLEST, windowState } from './window-state.ts'

/** macOS and Windows take it from the program's file. */
const ICON =
  process.platform === 'linux'
    ? { icon: fileURLToPath(new URL('../resources/icons/png/256x256.png', import.meta.url)) }
    : {}
const PRELOAD = fileURLToPath(new URL('./preload.cjs', import.meta.url))

/** Opens the one window, on the screens, where it was when it was closed. */
export function openWindow(): BrowserWindow {
  const stateFile = join(app.getPath('userData'), 'window.json')
  const read = readJsonFile(stateFile, windowState)
  // Where a window was is nothing to complain about: a file that cannot be used is written anew.
  const state = 'value' in read ? read.value : undefined
  const window = new BrowserWindow({
    title: 'Valet Key',
    ...ICON,
    ...placeWindow(state, displays()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    if (state?.isMaximized === true) window.maximize()
    window.show()
  })
  window.on('close', () => saveState(stateFile, window))
  guardNavigation(window.webContents)
  followTheme(window)
  // Where the screens cannot be loaded, the page that answers instead says why.
  window.loadURL(SCREENS_ADDRESS).catch(() => undefined)
  return window
}

function displays() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}

function saveState(file: string, window: BrowserWindow): void {
  try {
    writeJsonFile(file, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  } catch {
    // The disk is full, or may not be written: the window closes all the same.
  }
}

/** What shows before the page has painted, and at the edge while the window grows. */
function background(): string {
  return THEMES[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'].bg
}

function followTheme(window: BrowserWindow): void {
  const paint = () => window.setBackgroundColor(background())
  nativeTheme.on('updated', paint)
  window.once('closed', () => nativeTheme.off('updated', paint))
}
