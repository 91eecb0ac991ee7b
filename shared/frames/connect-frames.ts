/** The screens' half: a bridge over a carrier that may come and go. */
import type { EventName } from '../contract/events.ts'
import type { ValetKeyError } from '../errors.ts'
import type { Bridge, BridgeState, Carrier, Connection } from './bridge.ts'
import { createEventReader } from './event-reader.ts'
import type { ResponseFrame } from './frame.ts'
import { FRAME_VERSION } from './limits.ts'
import { createListeners } from './listeners.ts'
import { createPendingCalls, disconnected } from './pending-calls.ts'

export type { Bridge, BridgeState, Carrier, CarrierEvents, Connection } from './bridge.ts'

export interface ConnectOptions {
  /** Milliseconds before the first attempt after a loss; each further one waits twice as long. */
  readonly firstWait?: number
  readonly longestWait?: number
  /** How long a call waits for a connection. */
  readonly callWait?: number
}

const REFUSED = 'The program does not accept this page’s token. Open the address that it printed when it started.'

export function connectFrames(
  carrier: Carrier,
  { firstWait = 200, longestWait = 4000, callWait = 8000 }: ConnectOptions = {},
): Bridge {
  const calls = createPendingCalls(callWait)
  const events = createEventReader()
  const states = createListeners<BridgeState>()
  let state: BridgeState = 'connecting'
  let wait = firstWait
  let timer: ReturnType<typeof setTimeout> | undefined
  let connection: Connection | undefined
  /** Why no call is taken, where that will not change by itself. */
  let refusal: ValetKeyError | undefined
  /** Of the attempt that counts; what an earlier one still says is not heard. */
  let attempt = 0

  function setState(next: BridgeState): void {
    if (state === next) return
    state = next
    states.tell(next)
  }

  function connect(): void {
    clearTimeout(timer)
    refusal = undefined
    const mine = (attempt += 1)
    const isMine = () => mine === attempt
    connection = carrier.open({
      // A carrier may open before it has given back the connection.
      open: () => queueMicrotask(() => isMine() && begin()),
      frame: (text) => isMine() && receive(text),
      closed: (reason) => isMine() && end(reason),
    })
  }

  function begin(): void {
    const cursor = events.begin()
    send(JSON.stringify({ v: FRAME_VERSION, kind: 'listen', ...(cursor && { after: cursor }) }))
    setState('open')
    calls.attach(send)
  }

  function send(text: string): void {
    connection?.send(text)
  }

  function receive(text: string): void {
    const frame = readResponse(text)
    if (frame?.kind === 'listening') wait = firstWait
    if (frame?.kind === 'result') calls.resolve(frame.id, frame.output)
    else if (frame?.kind === 'error') calls.reject(frame.id, frame.error)
    else if (frame) events.receive(frame)
  }

  function end(reason: 'lost' | 'refused'): void {
    attempt += 1
    connection = undefined
    calls.detach()
    if (reason === 'refused') refuse(REFUSED)
    setState(reason)
    if (reason === 'refused') return
    timer = setTimeout(connect, wait)
    wait = Math.min(longestWait, wait * 2)
  }

  function refuse(reason: string): void {
    refusal = disconnected(reason)
    calls.fail(refusal)
  }

  connect()
  return {
    call(name, input) {
      if (refusal) return Promise.reject(refusal)
      // What the program answers to a call of this name is what the contract says.
      return calls.add(name, input) as Promise<never>
    },
    listen: (name: EventName, listener: (payload: never) => void) => events.listen(name, listener),
    onResync: events.onResync,
    get state() {
      return state
    },
    onState: states.add,
    retry() {
      if (state !== 'lost' && state !== 'refused') return
      connection?.close()
      wait = firstWait
      setState('connecting')
      connect()
    },
    close() {
      clearTimeout(timer)
      attempt += 1
      connection?.close()
      connection = undefined
      calls.detach()
      refuse('The connection was closed.')
      setState('lost')
    },
  }
}

/** Program and screens come from one build, so beyond its version nothing of a frame is doubted. */
function readResponse(text: string): ResponseFrame | undefined {
  const frame = JSON.parse(text) as ResponseFrame
  return frame.v === FRAME_VERSION ? frame : undefined
}
