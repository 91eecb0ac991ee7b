/**
 * The program's side of the recorder. A finished exchange is put into a list; the list goes to the recorder's thread
 * once in a while, where it is read, correlated and stored. What the event loop pays is keeping references and one
 * message per batch. When the thread cannot keep up, the newest are let go and counted, never waited for.
 */
import { trueTime } from '../store/true-time.ts'
import { type Batches, createBatches, type InFlight, MOST_IN_FLIGHT } from './batches.ts'
import { answerToBroken, captureExchanges } from './capture.ts'
import type { WorkerSettings } from './messages.ts'
import { recordingFetch } from './outgoing.ts'
import type { RawExchange } from './raw-exchange.ts'
import type { BrokenRequest, Recorder } from './recorder.ts'
import { describeOut } from './sent-exchange.ts'
import { createSubscriptions } from './subscriptions.ts'
import { createOwnRequests } from './own-requests.ts'
import { createThread } from './thread.ts'
import { createWatches, type Watches } from './watch.ts'

export interface RecorderOptions extends WorkerSettings {
  readonly onProblem: (message: string) => void
  readonly mostInFlight?: InFlight | undefined
}

export function createRecorder({ mostInFlight = MOST_IN_FLIGHT, ...options }: RecorderOptions): Recorder {
  const watches = createWatches()
  const thread = createThread(options)
  const batches = createBatches(thread, mostInFlight)
  const subscriptions = createSubscriptions(thread)
  const own = createOwnRequests()
  const deliver = (exchange: RawExchange) => batches.add(own.mark(exchange))

  return {
    record: (origin, handler, endpoint) => captureExchanges({ origin, endpoint, watches, deliver }, handler),
    recordFetch: (fetch) => recordingFetch(fetch, deliver),
    recordOut: (sent) => deliver(describeOut(sent)),
    recordBroken: (broken) => recordBroken(broken, watches, deliver),
    annotate: watches.annotate,
    expectMarked: own.expect,
    recordOwn: batches.add,
    page: (request) => batches.ask('page', request),
    get: (id) => batches.ask('get', id),
    collect: (selection, limit) => batches.ask('collect', selection, limit),
    outline: (request) => batches.ask('outline', request),
    rows: (ids, search) => batches.ask('rows', ids, search),
    signIns: (signIns) => batches.ask('signIns', signIns),
    withhold: (selection) => batches.ask('withhold', selection),
    restore: (batch) => batches.ask('restore', batch),
    remove: (selection) => batches.ask('remove', selection),
    annotateStored: (id, change) => batches.ask('annotate', id, change),
    import: (exchanges, from) => batches.ask('import', exchanges, from),
    stats: () => batches.ask('stats'),
    clientUses: () => batches.ask('clientUses'),
    setRetention: (retention) => void ignoreFailure(batches.ask('setRetention', retention)),
    subscribe: subscriptions.add,
    flush: () => batches.ask('flush'),
    close: () => close(batches, thread),
  }
}

/** A request that broke on the way is known already; its record says why. What never became one gets a record here. */
function recordBroken(broken: BrokenRequest, watches: Watches, deliver: (exchange: RawExchange) => void): void {
  const { reason, bytes, status, remoteAddress, remotePort, request } = broken
  const annotation = { error: { code: 'broken_request', reason } }
  const watch = request && watches.get(request)
  if (request && watch) {
    watch.broken = { status }
    return watches.annotate(request, annotation)
  }
  deliver({
    direction: 'in',
    startedAt: trueTime(),
    duration: 0,
    method: '',
    url: '',
    httpVersion: '',
    requestHeaders: [],
    requestBody: { text: Buffer.from(bytes).toString('latin1'), encoding: 'latin1', size: bytes.byteLength },
    ...answerToBroken(status),
    remoteAddress,
    remotePort,
    cause: 0,
    annotation,
  })
}

/** The program's end waits for the last batch, and not for a thread that has failed: that was said when it did. */
async function close(batches: Batches, thread: ReturnType<typeof createThread>): Promise<void> {
  if (thread.isStarted() || batches.isWaiting()) await ignoreFailure(batches.ask('close'))
  await thread.end()
}

function ignoreFailure(call: Promise<unknown>): Promise<void> {
  return call.then(
    () => undefined,
    () => undefined,
  )
}
