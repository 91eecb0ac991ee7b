import { EventEmitter } from 'node:events'

import { missing, strict } from './strict.ts'

type Listener = (...args: never[]) => void

/** What every object of Electron's that has events has in common, for the events that the stand-in knows. */
export interface Emitting {
  on(event: string, listener: Listener): unknown
  once(event: string, listener: Listener): unknown
  off(event: string, listener: Listener): unknown
  listenerCount(event: string): number
}

export interface Events {
  readonly members: Emitting
  /** What has gone tells nothing any more, whatever still comes from Chromium. */
  end(): void
  /** For the few events that come without an event object. */
  emit(event: string, ...args: unknown[]): void
  /** With an event object in front; true when a listener called its `preventDefault`. */
  fire(event: string, details?: object, ...args: unknown[]): boolean
}

/** `self` is what `on` returns, for those who chain. To listen for an event that is never emitted here is an error. */
export function createEvents(name: string, known: readonly string[], self: () => unknown): Events {
  const emitter = new EventEmitter()
  let hasEnded = false

  function change(method: 'on' | 'once' | 'off') {
    return (event: string, listener: Listener) => {
      if (!known.includes(event)) throw missing(name, `on('${event}')`)
      emitter[method](event, listener as (...args: unknown[]) => void)
      return self()
    }
  }
  function emit(event: string, ...args: unknown[]): void {
    if (!known.includes(event)) throw missing(name, `on('${event}')`)
    if (!hasEnded) emitter.emit(event, ...args)
  }
  return {
    emit,
    end: () => void (hasEnded = true),
    fire(event, details = {}, ...args) {
      const given = {
        ...details,
        defaultPrevented: false,
        preventDefault: () => void (given.defaultPrevented = true),
      }
      emit(event, strict('Event', given), ...args)
      return given.defaultPrevented
    },
    members: {
      on: change('on'),
      once: change('once'),
      off: change('off'),
      listenerCount: (event) => emitter.listenerCount(event),
    },
  }
}
