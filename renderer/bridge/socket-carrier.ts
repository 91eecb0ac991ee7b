import type { Carrier, CarrierEvents, Connection } from '#shared/frames/bridge.ts'

import type { AccessToken } from './access-token.ts'

export interface SocketCarrierOptions {
  readonly token: Pick<AccessToken, 'get' | 'reject'>
  readonly connect: (protocols: readonly string[]) => WebSocket
  /** A socket that did not open says not why: whether the program still takes the token is asked over HTTP. */
  readonly isRefused: (token: string) => Promise<boolean>
}

const PROTOCOL = 'valetkey.v1'

export function createSocketCarrier(options: SocketCarrierOptions): Carrier {
  return {
    open(on) {
      const attempt = createAttempt(options, on)
      void attempt.start()
      return attempt
    },
  }
}

function createAttempt({ token, connect, isRefused }: SocketCarrierOptions, on: CarrierEvents) {
  let socket: WebSocket | undefined
  let isClosed = false

  function end(reason: 'lost' | 'refused'): void {
    if (isClosed) return
    isClosed = true
    on.closed(reason)
  }

  async function explainFailure(used: string): Promise<void> {
    if (!(await isRefused(used))) return end('lost')
    token.reject(used)
    // Another tab may have been opened with the token of the program's next start; the next attempt takes that one.
    end((await token.get()) === undefined ? 'refused' : 'lost')
  }

  function follow(opened: WebSocket, used: string): void {
    let wasOpen = false
    opened.addEventListener('open', () => {
      wasOpen = true
      on.open()
    })
    opened.addEventListener('message', ({ data }) => isClosed || on.frame(String(data)))
    opened.addEventListener('close', () => {
      if (isClosed) return
      if (wasOpen) end('lost')
      else void explainFailure(used)
    })
  }

  return {
    async start() {
      const used = await token.get()
      if (isClosed) return
      if (used === undefined) return end('refused')
      socket = connect([PROTOCOL, `token.${used}`])
      follow(socket, used)
    },
    send: (text) => socket?.send(text),
    close() {
      isClosed = true
      socket?.close()
    },
  } satisfies Connection & { start(): Promise<void> }
}
