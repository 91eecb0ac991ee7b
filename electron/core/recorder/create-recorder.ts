/**
 * The program's side of the recorder. A finished exchange is put into a list; the list goes to the recorder's thread
 * once in a while, where it is read, correlated and stored. What the event loop pays is keeping references and one
 * message per batch. When the thread cannot keep up, the newest are let go and counted, never waited for.
 */
import type { IncomingMessage } from 'node:http'
import { Worker } from 'node:worker_threads'

import type { ExchangePage, ExchangeSummary, Retention } from '#shared/model/exchange.ts'

import { captureExchanges } from './capture.ts'
import type { CallName, Calls, FromWorker, ToWorker, WorkerSettings } from './messages.ts'
import { recordingFetch } from './outgoing.ts'
import type { Annotation, RawExchange } from './raw-exchange.ts'
import type { Recorder } from './recorder.ts'

export interface RecorderOptions extends WorkerSettings {
  readonly onProblem: (message: string) => void
}

/** A batch leaves when it is this old or this long. */
const BATCH_DELAY = 50
const BATCH_LENGTH = 250
/** Exchanges on their way to the thread; beyond it they are dropped rather than kept in memory. */
const MOST_IN_FLIGHT = 20_000

export function createRecorder(options: RecorderOptions): Recorder {
  const annotations = new WeakMap<IncomingMessage, Annotation>()
  const thread = createThread(options)
  const deliver = createBatches(thread)
  const subscriptions = createSubscriptions(thread)

  return {
    record: (origin, handler) => captureExchanges({ origin, annotations, deliver: deliver.add }, handler),
    recordFetch: (fetch) => recordingFetch(fetch, deliver.add),
    recordBroken: ({ reason, bytes, status, remoteAddress, remotePort }) =>
      deliver.add({
        direction: 'in',
        startedAt: Date.now(),
        duration: 0,
        method: '',
        url: '',
        httpVersion: '',
        requestHeaders: [],
        requestBody: { bytes, size: bytes.byteLength },
        status,
        head: `HTTP/1.1 ${status} \r\n`,
        responseBody: { bytes: undefined, size: 0 },
        complete: true,
        remoteAddress,
        remotePort,
        annotation: { error: { code: 'broken_request', reason } },
      }),
    annotate(request, annotation) {
      const known = annotations.get(request)
      const keys = [...(known?.keys ?? []), ...(annotation.keys ?? [])]
      annotations.set(request, { ...known, ...annotation, ...(keys.length > 0 && { keys }) })
    },
    page: (request) => deliver.then('page', request),
    get: (id) => deliver.then('get', id),
    collect: (selection, limit) => deliver.then('collect', selection, limit),
    remove: (selection) => deliver.then('remove', selection),
    stats: () => deliver.then('stats'),
    setRetention: (retention: Retention) => void deliver.then('setRetention', retention),
    subscribe: subscriptions.add,
    flush: () => deliver.then('flush'),
    async close() {
      if (thread.isStarted() || deliver.isWaiting()) await deliver.then('close')
      await thread.end()
    },
  }
}

interface Thread {
  send(message: ToWorker): void
  call<Name extends CallName>(name: Name, args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>>
  /** Exchanges that were sent and not yet taken. */
  inFlight(): number
  isStarted(): boolean
  onRecorded(listener: (exchanges: readonly ExchangeSummary[]) => void): void
  end(): Promise<void>
}

function createThread({ onProblem, ...settings }: RecorderOptions): Thread {
  const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const recorded: ((exchanges: readonly ExchangeSummary[]) => void)[] = []
  let lastCall = 0
  let sent = 0
  let taken = 0
  let failure: Error | undefined

  let started: Worker | undefined

  /** With the first message: whoever waits for the program to be ready does not wait for the recorder too. */
  function start(): Worker {
    const worker = new Worker(workerFile(), { workerData: settings satisfies WorkerSettings })
    // An idle recorder keeps no process alive; one that was asked something does until it has answered.
    if (calls.size === 0) worker.unref()
    worker.on('message', receive)
    worker.on('error', fail)
    return worker
  }

  function receive(message: FromWorker): void {
    switch (message.kind) {
      case 'taken':
        taken += message.count
        break
      case 'answer':
        settle(message.call)?.resolve(message.value)
        break
      case 'failure':
        settle(message.call)?.reject(new Error(message.message))
        break
      case 'recorded':
        for (const listener of recorded) listener(message.exchanges)
        break
      case 'problem':
        onProblem(message.message)
    }
  }

  function settle(call: number) {
    const waiting = calls.get(call)
    calls.delete(call)
    if (calls.size === 0) started?.unref()
    return waiting
  }

  function fail(error: Error): void {
    failure = error
    onProblem(`Recording has stopped: ${error.message}. The issuer goes on without it; restart to record again.`)
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
  }

  function post(message: ToWorker): void {
    started ??= start()
    started.postMessage(message)
  }

  return {
    send(message) {
      if (message.kind === 'record') sent += message.batch.length
      post(message)
    },
    call(name, args) {
      if (failure) return Promise.reject(failure)
      const { promise, resolve, reject } = Promise.withResolvers<never>()
      calls.set((lastCall += 1), { resolve: resolve as (value: unknown) => void, reject })
      post({ kind: 'call', call: lastCall, name, args })
      started?.ref()
      return promise
    },
    isStarted: () => started !== undefined,
    inFlight: () => (failure ? Number.POSITIVE_INFINITY : sent - taken),
    onRecorded: (listener) => void recorded.push(listener),
    async end() {
      await started?.terminate()
    },
  }
}

/** Beside the bundle when built, the source when not. */
function workerFile(): URL {
  const isBuilt = import.meta.url.endsWith('.js')
  return new URL(isBuilt ? './recorder-thread.js' : './recorder-thread.ts', import.meta.url)
}

function createBatches(thread: Thread) {
  let batch: RawExchange[] = []
  let dropped = 0
  let timer: NodeJS.Timeout | undefined

  function send(): void {
    clearTimeout(timer)
    timer = undefined
    if (batch.length === 0 && dropped === 0) return
    thread.send({ kind: 'record', batch, dropped })
    batch = []
    dropped = 0
  }

  return {
    add(exchange: RawExchange): void {
      if (thread.inFlight() + batch.length >= MOST_IN_FLIGHT) dropped += 1
      else batch.push(exchange)
      if (batch.length >= BATCH_LENGTH) send()
      else timer ??= setTimeout(send, BATCH_DELAY)
    },
    isWaiting: () => batch.length > 0,
    /** A call sees everything that was recorded before it was made. */
    then<Name extends CallName>(name: Name, ...args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>> {
      send()
      return thread.call(name, args)
    },
  }
}

const BACKLOG_PAGE = 500

function createSubscriptions(thread: Thread) {
  const listeners = new Set<(exchanges: readonly ExchangeSummary[]) => void>()
  thread.onRecorded((exchanges) => {
    for (const listener of listeners) listener(exchanges)
  })

  function setListening(listener: (exchanges: readonly ExchangeSummary[]) => void, listening: boolean): void {
    if (listening) listeners.add(listener)
    else listeners.delete(listener)
    thread.send({ kind: 'watch', watching: listeners.size > 0 })
  }

  return {
    add(listener: (exchange: ExchangeSummary) => void, after?: number): () => void {
      // Live ones wait until the past has been told, and those that the past brought already are not told again.
      let last = after ?? 0
      let waiting: ExchangeSummary[] | undefined = after === undefined ? undefined : []

      function tell(exchanges: readonly ExchangeSummary[]): void {
        for (const exchange of exchanges) {
          if (exchange.id <= last) continue
          last = exchange.id
          listener(exchange)
        }
      }
      function receive(exchanges: readonly ExchangeSummary[]): void {
        if (waiting) waiting.push(...exchanges)
        else tell(exchanges)
      }
      async function tellPast(): Promise<void> {
        let next: number | undefined = last
        while (next !== undefined && listeners.has(receive)) {
          const page: ExchangePage = await thread.call('page', [{ after: next, limit: BACKLOG_PAGE }])
          tell(page.items)
          next = page.next
        }
        const held = waiting ?? []
        waiting = undefined
        tell(held)
      }

      setListening(receive, true)
      if (waiting) tellPast().catch(() => setListening(receive, false))
      return () => setListening(receive, false)
    },
  }
}
