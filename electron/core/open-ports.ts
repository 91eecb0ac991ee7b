import type { CoreOptions } from './core.ts'
import { createLate } from './listener/handlers.ts'
import { type Handler, listenOnLoopback, type ListenOptions } from './listener/loopback-server.ts'
import type { UpgradeHandler } from './listener/upgrade.ts'

export interface Port {
  readonly number: number
  /** As applications and people write it. */
  readonly address: string
  /** Where this process itself reaches it, whatever `localhost` resolves to. */
  readonly endpoint: string
  serve(handler: Handler): void
  /** Only the screens' port is ever asked for anything but HTTP. */
  serveUpgrades(handler: UpgradeHandler): void
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
    return { issuer, screens: await openPort({ port: uiPort, flag: '--ui-port', upgrades: true }) }
  } catch (error) {
    await issuer.close()
    throw error
  }
}

interface PortOptions extends Omit<ListenOptions, 'handler' | 'onUpgrade'> {
  readonly upgrades?: boolean
}

async function openPort({ upgrades = false, ...options }: PortOptions, publicAddress?: string): Promise<Port> {
  const requests = createLate<Parameters<Handler>>()
  const sockets = createLate<Parameters<UpgradeHandler>>()
  const server = await listenOnLoopback({
    ...options,
    handler: requests.handle,
    ...(upgrades && { onUpgrade: sockets.handle }),
  })
  return {
    number: server.port,
    address: publicAddress?.replace(/\/$/, '') ?? `http://localhost:${server.port}`,
    endpoint: server.endpoint,
    serve: requests.set,
    serveUpgrades: sockets.set,
    close: server.close,
  }
}
