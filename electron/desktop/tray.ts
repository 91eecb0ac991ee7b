import { fileURLToPath } from 'node:url'

import { Menu, nativeImage, Tray } from 'electron'

import type { TrayHandle } from './tray-entry.ts'

/** macOS colours a picture by itself when its name ends so. */
const ICON = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'

export function createTray(onClick: () => void): TrayHandle {
  const path = fileURLToPath(new URL(`../resources/icons/${ICON}`, import.meta.url))
  const image = nativeImage.createFromPath(path)
  if (image.isEmpty()) throw new Error(`its picture ${path} cannot be read.`)
  const tray = new Tray(image)
  tray.setToolTip('Valet Key')
  // On macOS a click opens the menu.
  if (process.platform !== 'darwin') tray.on('click', onClick)
  return {
    setMenu: (items) => tray.setContextMenu(Menu.buildFromTemplate(items)),
    destroy: () => tray.destroy(),
  }
}
