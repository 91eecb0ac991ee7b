/** The program's half of a connection: calls in, results and events out. What carries the frames is not its business. */
import { type ScreenCallName } from '../contract/calls/calls.ts'
import { ValetKeyError } from '../errors.ts'
import { createEventFeed } from './event-feed.ts'
import type { EventLog } from './event-log.ts'
import type { RequestFrame, ResponseFrame } from './frame.ts'
import { FRAME_VERSION } from './limits.ts'
import { readRequest } from './read-request.ts'

export interface FrameService {
  call(name: ScreenCallName, input: unknown): Promise<unknown>
  readonly events: EventLog
  /** Told of a failure that nobody foresaw; the screens hear only that there was one. */
  readonly onProblem?: ((message: string) => void) | undefined
}

export interface FramePeer {
  send(text: string): void
  /** Characters or bytes on their way; events wait while it is a lot, and `drained` is called when they have gone. */
  buffered?(): number
}

export interface FrameServer {
  receive(text: string): void
  drained(): void
  close(): void
}

export function serveFrames(service: FrameService, peer: FramePeer): FrameServer {
  const feed = createEventFeed(service.events, peer)
  let isClosed = false

  function send(frame: ResponseFrame): void {
    if (!isClosed) peer.send(JSON.stringify(frame))
  }

  function sendError(id: number | undefined, error: unknown, doing: string): void {
    const shape = explain(error, doing, service.onProblem).toShape()
    send({ v: FRAME_VERSION, kind: 'error', ...(id !== undefined && { id }), error: shape })
  }

  async function answer({ id, name, input }: Extract<RequestFrame, { kind: 'call' }>): Promise<void> {
    try {
      // An output that is no JSON fails in here too.
      send({ v: FRAME_VERSION, kind: 'result', id, output: await service.call(name as ScreenCallName, input) })
    } catch (error) {
      sendError(id, error, name)
    }
  }

  return {
    receive(text) {
      if (isClosed) return
      const request = readRequest(text)
      if ('error' in request) sendError(request.id, request.error, 'A frame')
      else if (request.frame.kind === 'call') void answer(request.frame)
      else if (!feed.listen(request.frame.after)) sendError(undefined, listensAlready(), 'listen')
    },
    drained: feed.drained,
    close() {
      isClosed = true
      feed.close()
    },
  }
}

function explain(error: unknown, doing: string, onProblem: FrameService['onProblem']): ValetKeyError {
  if (error instanceof ValetKeyError) return error
  onProblem?.(`${doing} failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`)
  return new ValetKeyError('internal', `${doing} failed. This is a mistake in Valet Key; what it printed says more.`)
}

function listensAlready(): ValetKeyError {
  return new ValetKeyError('bad_frame', 'This connection listens already. Listen once, or connect anew.')
}
