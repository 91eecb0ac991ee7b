import { join } from 'node:path'

import { app } from 'electron'

/**
 * The browser's profile, the preferences and the window's place. Not the folder of the data, which is shared with
 * `valetkey serve`; by the program's name alone the two would be one on macOS and Windows. To be called before anything
 * else: the lock of the single instance lies in it.
 */
export function useOwnFolder(): string {
  app.setName('Valet Key')
  const folder = join(app.getPath('appData'), 'valetkey-desktop')
  app.setPath('userData', folder)
  return folder
}
