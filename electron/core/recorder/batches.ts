import type { CallName, Calls } from './messages.ts'
import { packExchange, type PackedExchange } from './packed-exchange.ts'
import type { RawExchange } from './raw-exchange.ts'
import type { Thread } from './thread.ts'

/** A batch leaves when it is this old, in milliseconds, or this long. Longer ones would keep the event loop to themselves. */
const BATCH_DELAY = 50
const BATCH_LENGTH = 64

/** What may be on its way to the thread; what is beyond it is dropped and counted rather than kept in memory. */
export interface InFlight {
  readonly exchanges: number
  /** Characters of heads and bodies. */
  readonly size: number
}

export const MOST_IN_FLIGHT: InFlight = { exchanges: 20_000, size: 128 * 1024 * 1024 }

export interface Batches {
  add(exchange: RawExchange): void
  isWaiting(): boolean
  /** A call sees everything that was recorded before it was made. */
  ask<Name extends CallName>(name: Name, ...args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>>
}

export function createBatches(thread: Thread, most: InFlight): Batches {
  let batch: PackedExchange[] = []
  let batchSize = 0
  let dropped = 0
  let timer: NodeJS.Timeout | undefined
  const inFlight = { exchanges: 0, size: 0 }
  thread.onTaken((count, size) => {
    inFlight.exchanges -= count
    inFlight.size -= size
  })

  function send(): void {
    clearTimeout(timer)
    timer = undefined
    if (batch.length === 0 && dropped === 0) return
    thread.send({ kind: 'record', batch, size: batchSize, dropped })
    batch = []
    batchSize = 0
    dropped = 0
  }

  return {
    add(exchange) {
      if (thread.hasFailed()) return
      if (inFlight.exchanges >= most.exchanges || inFlight.size >= most.size) dropped += 1
      else {
        const size = sizeOf(exchange)
        batch.push(packExchange(exchange))
        batchSize += size
        inFlight.exchanges += 1
        inFlight.size += size
      }
      if (batch.length >= BATCH_LENGTH) send()
      else timer ??= setTimeout(send, BATCH_DELAY)
    },
    isWaiting: () => batch.length > 0 || dropped > 0,
    ask(name, ...args) {
      send()
      return thread.call(name, args)
    },
  }
}

function sizeOf({ head, requestBody, responseBody }: RawExchange): number {
  return head.length + requestBody.text.length + responseBody.text.length
}
