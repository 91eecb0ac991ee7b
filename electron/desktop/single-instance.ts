import { app, BrowserWindow } from 'electron'

export function focusInsteadOfSecondStart(): void {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
}
