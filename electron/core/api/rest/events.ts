/** Recorded exchanges as server-sent events, each once and in order, from where the listener left off. */
import type { ExchangeSummary } from '#shared/model/exchange.ts'

import type { Recorder } from '../../recorder/recorder.ts'

export interface Events {
  /** `after` left out: only what comes. */
  open(after: number | undefined, signal: AbortSignal): Promise<Response>
  close(): void
}

const HEARTBEAT = 15_000
/** Bytes on their way to a listener; beyond it, what follows stays with the recorder until the listener has read. */
const HIGH_WATER = 256 * 1024

export function createEvents(recorder: Recorder, heartbeat = HEARTBEAT): Events {
  const open = new Set<() => void>()

  async function start(after: number | undefined): Promise<number | undefined> {
    if (after === undefined) return undefined
    // Ids only grow. One that was never given out belongs to another recording, of which nothing is known here.
    const { recorded } = await recorder.stats()
    return after > recorded ? 0 : after
  }

  return {
    async open(after, signal) {
      const from = await start(after)
      const stream = createEventStream(recorder, from, heartbeat, (end) => {
        open.add(end)
        return () => void open.delete(end)
      })
      signal.addEventListener('abort', () => stream.end())
      return new Response(stream.body, {
        headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
      })
    },
    close() {
      for (const end of open) end()
    },
  }
}

function createEventStream(
  recorder: Recorder,
  from: number | undefined,
  heartbeat: number,
  onOpen: (end: () => void) => () => void,
) {
  const encoder = new TextEncoder()
  let last = from
  let stop: (() => void) | undefined
  let forget: () => void = () => undefined
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined

  function isFull(): boolean {
    return (controller?.desiredSize ?? 0) <= 0
  }

  function write(text: string): void {
    controller?.enqueue(encoder.encode(text))
  }

  function subscribe(): void {
    if (stop !== undefined || ended) return
    let active = true
    const unsubscribe = recorder.subscribe((exchange) => {
      // The recorder tells a page at a time: what comes after the listener is full is asked for again.
      if (!active) return
      last = exchange.id
      write(buildEvent(exchange))
      if (isFull()) pause()
    }, last)
    stop = () => {
      active = false
      unsubscribe()
    }
  }

  function pause(): void {
    stop?.()
    stop = undefined
  }

  function end(): void {
    if (ended) return
    ended = true
    clearInterval(timer)
    pause()
    forget()
    try {
      controller?.close()
    } catch {
      // Closed from the other side already.
    }
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
        forget = onOpen(end)
        timer = setInterval(() => {
          if (!isFull()) write(': still here\n\n')
        }, heartbeat).unref()
        // Browsers ask again after this many milliseconds; and an answer begins at once.
        write('retry: 1000\n\n')
        subscribe()
      },
      pull: subscribe,
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: HIGH_WATER }),
  )
  return { body, end }
}

function buildEvent(exchange: ExchangeSummary): string {
  return `event: exchange\nid: ${exchange.id}\ndata: ${JSON.stringify(exchange)}\n\n`
}
