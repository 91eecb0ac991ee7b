import { join } from 'node:path'
import { app } from 'electron'
import { createCore, type Core } from '../core/create-core.ts'

/** On the usual ports, and on the data that `valetkey serve` would use: one issuer, whichever way it is started. */
export function startCore(): Promise<Core> {
  return createCore({
    dataDirectory: dataDirectory(),
    port: 4400,
    uiPort: 4401,
    onProblem: (message) => process.stderr.write(`${message}\n`),
  })
}

// Not Electron's own userData folder: that is the browser's profile, and on Linux a folder for configuration.
function dataDirectory(): string {
  if (process.platform !== 'linux') return join(app.getPath('appData'), 'Valet Key')
  return join(process.env['XDG_DATA_HOME'] || join(app.getPath('home'), '.local', 'share'), 'valetkey')
}
