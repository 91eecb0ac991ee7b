import type { Carrier, Connection } from '#shared/frames/bridge.ts'
import { type ResponseFrame, responseFrame } from '#shared/frames/frame.ts'

export interface Wire {
  /** An object is sent as a frame of this version, a text as it is. */
  send(frame: object | string): void
  /** Resolves with the first frame, of those that came and those that will, that fits. */
  find<Kind extends ResponseFrame['kind']>(kind: Kind, fits?: (frame: FrameOf<Kind>) => boolean): Promise<FrameOf<Kind>>
  readonly frames: readonly ResponseFrame[]
  close(): void
}

export type FrameOf<Kind extends ResponseFrame['kind']> = Extract<ResponseFrame, { kind: Kind }>

/** One connection frame by frame, for what the screens would never send. */
export async function openWire(carrier: Carrier): Promise<Wire> {
  const frames: ResponseFrame[] = []
  const waiting = new Set<() => void>()
  const opened = Promise.withResolvers<void>()
  const connection: Connection = carrier.open({
    open: opened.resolve,
    frame(text) {
      frames.push(responseFrame.parse(JSON.parse(text)))
      for (const look of waiting) look()
    },
    closed: (reason) => opened.reject(new Error(`the connection is ${reason}`)),
  })
  await opened.promise
  return {
    frames,
    send: (frame) => connection.send(typeof frame === 'string' ? frame : JSON.stringify({ v: 1, ...frame })),
    find: (kind, fits = () => true) =>
      new Promise((resolve) => {
        function look(): void {
          const found = frames.find((frame) => frame.kind === kind && fits(frame as never))
          if (!found) return
          waiting.delete(look)
          resolve(found as never)
        }
        waiting.add(look)
        look()
      }),
    close: connection.close,
  }
}
