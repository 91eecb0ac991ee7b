/** Where things are on this machine, as Electron finds them on Linux. */
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')

const known = new Map([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['appData', appData],
  ['userData', join(appData, 'valetkey-stand-in')],
])

export const paths = {
  get(name: string): string {
    const path = known.get(name)
    if (path === undefined) throw new Error(`the stand-in has no app.getPath('${name}')`)
    return path
  },
  set(name: string, path: string): void {
    paths.get(name)
    known.set(name, path)
  },
}
