/** The DevTools protocol over one socket: commands, and events by the session that they belong to. */
import { EventEmitter, once } from 'node:events'

// Only its types, which the package does not export by name.
import type { Protocol } from '../../../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Commands = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues

export interface Session {
  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Results[M]>
  on<E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void): void
}

export interface Connection extends Session {
  session(id: string): Session
  close(): void
}

interface Incoming {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

export async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address)
  const events = new EventEmitter().setMaxListeners(0)
  const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void; method: string }>()
  let last = 0

  socket.addEventListener('message', ({ data }) => {
    const { id, sessionId = '', method, params, result, error } = JSON.parse(String(data)) as Incoming
    if (method !== undefined) events.emit(`${sessionId} ${method}`, params)
    const asked = id === undefined ? undefined : waiting.get(id)
    if (asked === undefined || id === undefined) return
    waiting.delete(id)
    if (error) asked.reject(new Error(`${asked.method}: ${error.message}`))
    else asked.resolve(result as never)
  })
  socket.addEventListener('close', () => {
    for (const { reject, method } of waiting.values()) reject(new Error(`${method}: Chromium has gone`))
  })
  await once(socket, 'open').catch(() => {
    throw new Error(`no Chromium answers at ${address}`)
  })

  function session(sessionId: string): Session {
    return {
      send(method, params) {
        last += 1
        const id = last
        socket.send(JSON.stringify({ id, method, params: params ?? {}, ...(sessionId !== '' && { sessionId }) }))
        return new Promise((resolve, reject) => void waiting.set(id, { resolve, reject, method }))
      },
      on: (event, listener) => void events.on(`${sessionId} ${event}`, listener),
    }
  }
  return { ...session(''), session, close: () => socket.close() }
}
