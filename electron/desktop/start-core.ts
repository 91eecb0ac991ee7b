import { createCore, defaultDataDirectory, type Core } from '../core/create-core.ts'

/** On the usual ports, and on the data that `valetkey serve` would use: one issuer, whichever way it is started. */
export function startCore(): Promise<Core> {
  return createCore({
    // Not Electron's own userData folder: that is the browser's profile.
    dataDirectory: defaultDataDirectory(process.platform, process.env),
    port: 4400,
    uiPort: 4401,
    onProblem: (message) => process.stderr.write(`${message}\n`),
  })
}
