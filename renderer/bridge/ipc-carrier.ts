import type { Carrier } from '#shared/frames/bridge.ts'

import type { DesktopPort } from './desktop-port.ts'

/** The window and the program are one app: there is no token, and nobody is refused. */
export function createIpcCarrier(port: DesktopPort): Carrier {
  return {
    open(on) {
      const connection = port.connect(on.frame, () => on.closed('lost'))
      on.open()
      return connection
    },
  }
}
