import { app } from 'electron'

import { findCallback } from './callback-address.ts'

export interface SecondStart {
  readonly show: () => void
  readonly onCallback: (url: string) => void
}

/** Two issuers cannot share the ports or the data: a second start shows the window of the first, and hands over. */
export function followSecondStarts({ show, onCallback }: SecondStart): void {
  app.on('second-instance', (_event, argv) => {
    const callback = findCallback(argv)
    if (callback === undefined) show()
    else onCallback(callback)
  })
}
