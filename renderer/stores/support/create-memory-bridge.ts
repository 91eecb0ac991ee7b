/** For tests: both real halves of a connection with nothing between them but a line that can be cut. */
import type { ScreenCallName, ScreenInput, ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { EventName, Payload } from '#shared/contract/events.ts'
import { ValetKeyError } from '#shared/errors.ts'
import { type Bridge, type CarrierEvents, connectFrames } from '#shared/frames/connect-frames.ts'
import { createEventLog } from '#shared/frames/event-log.ts'
import { type FrameServer, serveFrames } from '#shared/frames/serve-frames.ts'

type Answers = {
  [Name in ScreenCallName]?: (input: ScreenInput<Name>) => ScreenOutput<Name> | Promise<ScreenOutput<Name>>
}

export interface MemoryBridge {
  readonly bridge: Bridge
  /** The names of the calls that arrived. */
  readonly asked: readonly string[]
  answer(answers: Answers): void
  emit<Name extends EventName>(name: Name, payload: Payload<Name>): void
  /** As after a restart: events are gone for good. */
  forget(): void
  cut(): void
  mend(): void
  /** Until everything that is on its way has arrived. */
  settle(): Promise<void>
}

export function createMemoryBridge(answers: Answers): MemoryBridge {
  const asked: string[] = []
  let events = createEventLog()
  let known: Answers = answers
  let isCut = false
  let end: (() => void) | undefined

  async function call(name: ScreenCallName, input: unknown): Promise<unknown> {
    asked.push(name)
    const give = known[name] as ((input: unknown) => unknown) | undefined
    if (give === undefined) throw new ValetKeyError('unknown_call', `Nobody answers ${name}.`)
    return await give(input)
  }

  function open(on: CarrierEvents) {
    let server: FrameServer | undefined
    const close = () => {
      server?.close()
      server = undefined
    }
    queueMicrotask(() => {
      if (isCut) return on.closed('lost')
      server = serveFrames({ call, events }, { send: (text) => queueMicrotask(() => server && on.frame(text)) })
      end = () => {
        close()
        on.closed('lost')
      }
      on.open()
    })
    return { send: (text: string) => queueMicrotask(() => server?.receive(text)), close }
  }

  const bridge = connectFrames({ open }, { firstWait: 1, longestWait: 1, callWait: 5 })
  return {
    bridge,
    asked,
    answer: (more) => void (known = { ...known, ...more }),
    emit: (name, payload) => events.emit(name, payload),
    forget() {
      events = createEventLog()
    },
    cut() {
      isCut = true
      end?.()
    },
    mend() {
      isCut = false
      bridge.retry()
    },
    settle: () => new Promise((resolve) => setTimeout(resolve, 15)),
  }
}
