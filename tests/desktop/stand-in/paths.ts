/** Where things are on this machine; `--user-data-dir` moves the profile, as it does in Chromium and so in Electron. */
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const SWITCH = '--user-data-dir='
const config = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
const given = process.argv.find((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length)

const known = new Map([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['appData', config],
  ['exe', process.execPath],
  ['userData', given ?? join(config, 'valetkey-stand-in')],
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
