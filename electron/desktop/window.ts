import { BrowserWindow, shell } from 'electron'
import type { WebContents } from 'electron'
import { isSameOrigin, openExternalLink } from './external-links.ts'

/** Opens the one window, on the screens that the core serves. */
export async function openWindow(address: string): Promise<void> {
  const window = new BrowserWindow({
    title: 'Valet Key',
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => window.show())
  keepOnScreens(window.webContents, address)
  await window.loadURL(address)
}

/** The window shows the screens and nothing else; every other address belongs to the person's own browser. */
function keepOnScreens(contents: WebContents, screens: string): void {
  const openOutside = (address: string) => openExternalLink(address, (url) => shell.openExternal(url))
  contents.on('will-navigate', (event) => {
    if (isSameOrigin(event.url, screens)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}
