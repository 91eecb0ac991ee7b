import { resolve } from 'node:path'

import { app } from 'electron'

import { CALLBACK_SCHEME, findCallback, parseCallback } from './callback-address.ts'

/** macOS tells of an address by an event, which may come before the app is ready. */
export function followOpenedAddresses(onCallback: (url: string) => void): void {
  app.on('open-url', (event, address) => {
    event.preventDefault()
    const callback = parseCallback(address)
    if (callback !== undefined) onCallback(callback)
  })
  const callback = findCallback(process.argv)
  if (callback !== undefined) onCallback(callback)
}

/** From source, Electron itself is the program, and has to be told which app to start. */
export function registerCallbackScheme(): void {
  const [, script] = process.argv
  if (app.isPackaged || script === undefined) app.setAsDefaultProtocolClient(CALLBACK_SCHEME)
  else app.setAsDefaultProtocolClient(CALLBACK_SCHEME, process.execPath, [resolve(script)])
}
