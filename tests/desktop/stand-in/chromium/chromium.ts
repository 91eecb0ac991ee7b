/** The Chromium that shows the program's pages. Everything of Electron's is there at once, so all of it waits for this. */
import { connect, type Connection } from './connection.ts'
import { settings } from '../settings.ts'

export const chromium: Promise<Connection> = open()

async function open(): Promise<Connection> {
  const connection = await connect(settings.chromium)
  await connection.send('Target.setDiscoverTargets', { discover: true })
  // A page that another one opens waits until it is decided whether it may.
  await connection.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  return connection
}
