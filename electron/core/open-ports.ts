import type { CoreOptions } from './core.ts'
import { createLateHandler } from './listener/handlers.ts'
import { type Handler, listenOnLoopback, type ListenOptions } from './listener/loopback-server.ts'

export interface Port {
  readonly number: number
  /** As applications and people write it. */
  readonly address: string
  /** Where this process itself reaches it, whatever `localhost` resolves to. */
  readonly endpoint: string
  serve(handler: Handler): void
  close(): Promise<void>
}

export interface Ports {
  readonly issuer: Port
  readonly screens: Port
}

/** Both, or none: a port that is taken is said before anything is made that would have to be undone. */
export async function openPorts(
  { port, uiPort, issuer: publicAddress }: CoreOptions,
  onBroken: ListenOptions['onBroken'],
): Promise<Ports> {
  const issuer = await openPort({ port, flag: '--port', onBroken }, publicAddress)
  try {
    return { issuer, screens: await openPort({ port: uiPort, flag: '--ui-port' }) }
  } catch (error) {
    await issuer.close()
    throw error
  }
}

async function openPort(options: Omit<ListenOptions, 'handler'>, publicAddress?: string): Promise<Port> {
  const late = createLateHandler()
  const server = await listenOnLoopback({ ...options, handler: late.handle })
  return {
    number: server.port,
    address: publicAddress?.replace(/\/$/, '') ?? `http://localhost:${server.port}`,
    endpoint: server.endpoint,
    serve: late.set,
    close: server.close,
  }
}
