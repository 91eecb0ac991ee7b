import { app, type BrowserWindow, dialog } from 'electron'

import { createReloadBudget } from './reload-budget.ts'

/** The screens are a process of their own: when it ends or hangs, the issuer goes on, and they can be had again. */
export function watchScreens(window: BrowserWindow, onProblem: (message: string) => void): void {
  const contents = window.webContents
  const budget = createReloadBudget(3, 60_000)
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (!budget.take()) return void askAfterCrashes(window)
    onProblem(`The screens stopped (${reason}) and were loaded again. The issuer went on meanwhile.`)
    contents.reload()
  })
  watchForHang(window)
}

async function askAfterCrashes(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The screens stop again and again.',
    detail: 'The issuer goes on. Load the screens again, or quit Valet Key.',
    buttons: ['Load again', 'Quit'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) app.quit()
  else if (!window.isDestroyed()) window.webContents.reload()
}

function watchForHang(window: BrowserWindow): void {
  let answered: AbortController | undefined
  window.on('responsive', () => answered?.abort())
  window.on('unresponsive', () => {
    answered?.abort()
    answered = new AbortController()
    void askAfterHang(window, answered.signal)
  })
}

async function askAfterHang(window: BrowserWindow, signal: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The screens do not answer.',
    detail: 'The issuer goes on. Wait for them, or load them again.',
    buttons: ['Wait', 'Load again'],
    defaultId: 0,
    cancelId: 0,
    signal,
  })
  // What hangs takes no orders; ended, it is loaded again as after any other crash.
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
}
