import type { FramePeer, FrameServer } from '#shared/frames/serve-frames.ts'

import type { ConnectionName, ToScreens } from './ipc-channels.ts'

/** The part of a `WebContents` that is used. */
export interface Page {
  readonly id: number
  on(event: 'render-process-gone', listener: () => void): unknown
  once(event: 'destroyed', listener: () => void): unknown
}

export interface Connection {
  receive(text: string): void
  /** The page has taken in the oldest of the frames that were sent to it. */
  read(): void
  close(): void
}

export interface Connections {
  /** False when the page has too many. */
  open(page: Page, name: ConnectionName, tell: (kind: ToScreens, text?: string) => void): boolean
  find(page: Page, name: ConnectionName): Connection | undefined
  close(page: Page, name: ConnectionName): void
  closeAll(): void
}

/** What one document of one page has open. */
interface Opened {
  readonly document: string
  readonly connections: Map<number, Connection>
}

/** The screens need one; a page that opens this many does not know what it does. */
const MOST = 16

/** Which page has which connection; those of a page that went, was loaded again or crashed are closed. */
export function createConnections(serve: (peer: FramePeer) => FrameServer, onIdle: () => void): Connections {
  const pages = new Map<number, Opened>()
  const watched = new WeakSet<Page>()

  function closePage({ id }: Pick<Page, 'id'>): void {
    const opened = pages.get(id)
    if (!opened) return
    pages.delete(id)
    for (const connection of opened.connections.values()) connection.close()
    onIdle()
  }

  function watch(page: Page): void {
    if (watched.has(page)) return
    watched.add(page)
    const { id } = page
    page.on('render-process-gone', () => closePage({ id }))
    page.once('destroyed', () => closePage({ id }))
  }

  /** A new document has taken the place of the one before, whose connections nobody reads any more. */
  function connectionsOf(page: Page, document: string): Map<number, Connection> {
    const opened = pages.get(page.id)
    if (opened?.document === document) return opened.connections
    closePage(page)
    watch(page)
    const connections = new Map<number, Connection>()
    pages.set(page.id, { document, connections })
    return connections
  }

  function find(page: Page, { document, number }: ConnectionName): Connection | undefined {
    const opened = pages.get(page.id)
    return opened?.document === document ? opened.connections.get(number) : undefined
  }

  return {
    find,
    open(page, name, tell) {
      const connections = connectionsOf(page, name.document)
      if (connections.has(name.number)) return true
      if (connections.size >= MOST) return false
      connections.set(name.number, createConnection(serve, tell))
      return true
    },
    close(page, name) {
      find(page, name)?.close()
      const connections = pages.get(page.id)?.connections
      if (connections?.delete(name.number) && connections.size === 0) onIdle()
    },
    closeAll() {
      for (const id of pages.keys()) closePage({ id })
    },
  }
}

function createConnection(
  serve: (peer: FramePeer) => FrameServer,
  tell: (kind: ToScreens, text?: string) => void,
): Connection {
  const unread: number[] = []
  let buffered = 0
  const server = serve({
    buffered: () => buffered,
    send(text) {
      unread.push(text.length)
      buffered += text.length
      tell('frame', text)
    },
  })
  return {
    receive: server.receive,
    read() {
      buffered -= unread.shift() ?? 0
      server.drained()
    },
    close: server.close,
  }
}
