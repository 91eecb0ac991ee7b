/** What the screens know of the program: calls and events. How they travel is a carrier's business. */
import type { ScreenCallName, ScreenInput, ScreenOutput } from '../contract/calls/calls.ts'
import type { EventName, Payload } from '../contract/events.ts'

/**
 * connecting: not there yet. open: there. lost: it was there, or could not be reached, and is tried again by itself.
 * refused: the token is missing or no longer valid, so trying again is of no use.
 */
export type BridgeState = 'connecting' | 'open' | 'lost' | 'refused'

export interface Bridge {
  /** Rejects with a `ValetKeyError`; its code is `disconnected` when the connection went before the answer came. */
  call<Name extends ScreenCallName>(name: Name, input: ScreenInput<Name>): Promise<ScreenOutput<Name>>
  listen<Name extends EventName>(name: Name, listener: (payload: Payload<Name>) => void): () => void
  /** Some events are gone for good: fetch again. */
  onResync(listener: () => void): () => void
  readonly state: BridgeState
  onState(listener: (state: BridgeState) => void): () => void
  /** Tries at once, whatever the wait. */
  retry(): void
  close(): void
}

export interface CarrierEvents {
  open(): void
  frame(text: string): void
  /** Once; nothing follows. */
  closed(reason: 'lost' | 'refused'): void
}

export interface Connection {
  send(text: string): void
  close(): void
}

/** Makes connections; each attempt is a new one. */
export interface Carrier {
  open(on: CarrierEvents): Connection
}
