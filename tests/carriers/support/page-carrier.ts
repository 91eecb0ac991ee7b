import type { Page } from 'playwright'

import type { Carrier, CarrierEvents } from '#shared/frames/bridge.ts'

import type { DesktopPort } from '../../../renderer/bridge/desktop-port.ts'

type Heard = readonly [connection: number, kind: 'frame' | 'closed', text: string]

interface PageWithConnections {
  readonly valetKey: DesktopPort
  readonly hear: (...heard: Heard) => Promise<void>
  connections?: Map<number, ReturnType<DesktopPort['connect']>>
}

/** What the preload gave to the page of the window, used from here: every frame goes the whole way. */
export async function createPageCarrier(page: Page): Promise<Carrier> {
  const listeners = new Map<number, CarrierEvents>()
  let opened = 0
  await page.exposeFunction('hear', (...[connection, kind, text]: Heard) => {
    if (kind === 'frame') listeners.get(connection)?.frame(text)
    else listeners.get(connection)?.closed('lost')
  })

  async function connect(number: number, on: CarrierEvents): Promise<void> {
    await page.evaluate((connection) => {
      const here = window as unknown as PageWithConnections
      here.connections ??= new Map()
      const port = here.valetKey.connect(
        (text) => void here.hear(connection, 'frame', text),
        () => void here.hear(connection, 'closed', ''),
      )
      here.connections.set(connection, port)
    }, number)
    on.open()
  }

  function tell(number: number, what: 'send' | 'close', given = ''): void {
    const told = page.evaluate(
      ([connection, method, text]) => {
        const port = (window as unknown as PageWithConnections).connections?.get(connection)
        if (method === 'send') port?.send(text)
        else port?.close()
      },
      [number, what, given] as const,
    )
    // A page that is gone takes nothing more; that its connection went is heard otherwise.
    told.catch(() => undefined)
  }

  return {
    open(on) {
      const number = (opened += 1)
      listeners.set(number, on)
      void connect(number, on)
      return { send: (text) => tell(number, 'send', text), close: () => tell(number, 'close') }
    },
  }
}
