/** The screens' way to the program, and the only place that looks at how the window came by it. */
import type { Bridge } from '#shared/frames/bridge.ts'
import { connectFrames } from '#shared/frames/connect-frames.ts'

import { createAccessToken } from './access-token.ts'
import { createIpcCarrier } from './ipc-carrier.ts'
import { createSocketCarrier } from './socket-carrier.ts'

export function createBridge(): Bridge {
  const { valetKey } = window
  const bridge = valetKey ? connectFrames(createIpcCarrier(valetKey)) : connectBySocket()
  retryWhenAwake(bridge)
  return bridge
}

function connectBySocket(): Bridge {
  const token = createAccessToken()
  const address = new URL('/socket', window.location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  const connect = (protocols: readonly string[]) => new WebSocket(address, [...protocols])
  const bridge = connectFrames(createSocketCarrier({ token, connect, isRefused }))
  token.onNew(bridge.retry)
  return bridge
}

async function isRefused(token: string): Promise<boolean> {
  const init = {
    headers: { authorization: `Bearer ${token}` },
    cache: 'no-store',
    signal: AbortSignal.timeout(5000),
  } as const
  const response = await fetch('/api/v1/settings', init).catch(() => undefined)
  return response?.status === 401
}

/** Timers of a page that nobody sees hardly run, and a person who comes back does not want to wait for one. */
function retryWhenAwake(bridge: Bridge): void {
  function retry(): void {
    if (document.visibilityState === 'visible' && bridge.state === 'lost') bridge.retry()
  }
  document.addEventListener('visibilitychange', retry)
  window.addEventListener('online', retry)
}
