import type { Carrier, CarrierEvents, Connection } from '#shared/frames/bridge.ts'

export interface Flaky {
  readonly carrier: Carrier
  /** The connection goes when so many more frames have come; the one after them is lost on its way. */
  cutAfter(frames: number): void
  /** No new connection can be made. */
  setAway(isAway: boolean): void
}

/** A carrier whose connections really close, at a moment that a test chooses. */
export function createFlaky(carrier: Carrier): Flaky {
  let left = Number.POSITIVE_INFINITY
  let isAway = false
  return {
    cutAfter: (frames) => void (left = frames),
    setAway: (away) => void (isAway = away),
    carrier: {
      open(on) {
        if (isAway) return failToOpen(on)
        let isCut = false
        const connection = carrier.open({
          open: () => isCut || on.open(),
          closed: (reason) => isCut || on.closed(reason),
          frame(text) {
            if (isCut) return
            left -= 1
            if (left < 0) cut(on)
            else on.frame(text)
          },
        } satisfies CarrierEvents)

        function cut(events: CarrierEvents): void {
          isCut = true
          left = Number.POSITIVE_INFINITY
          connection.close()
          events.closed('lost')
        }
        return connection
      },
    },
  }
}

function failToOpen(on: CarrierEvents): Connection {
  setImmediate(() => on.closed('lost'))
  return { send: () => undefined, close: () => undefined }
}
