import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where programs keep their data on this platform; the same for both shells, since it is the same issuer. */
export function defaultDataDirectory(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home = homedir()): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Valet Key')
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Valet Key')
    default:
      return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'valetkey')
  }
}
