import { Worker } from 'node:worker_threads'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import type { CallName, Calls, FromWorker, ToWorker, WorkerSettings } from './messages.ts'

/** What is read is stored and forgotten at once; without a bound V8 would let it lie around for as long as there is room. */
const YOUNG_AND_SMALL = { maxYoungGenerationSizeMb: 24 }

export interface Thread {
  send(message: ToWorker): void
  call<Name extends CallName>(name: Name, args: Parameters<Calls[Name]>): Promise<ReturnType<Calls[Name]>>
  isStarted(): boolean
  hasFailed(): boolean
  onTaken(listener: (count: number, size: number) => void): void
  onRecorded(listener: (exchanges: readonly ExchangeSummary[]) => void): void
  end(): Promise<void>
}

export interface ThreadOptions extends WorkerSettings {
  readonly onProblem: (message: string) => void
}

/** The recorder's thread as the program sees it. It starts with the first message, so nobody waits for it to be ready. */
export function createThread({ onProblem, ...settings }: ThreadOptions): Thread {
  const calls = new Map<number, PromiseWithResolvers<never>>()
  const taken: ((count: number, size: number) => void)[] = []
  const recorded: ((exchanges: readonly ExchangeSummary[]) => void)[] = []
  let lastCall = 0
  let started: Worker | undefined
  let failure: Error | undefined
  let isEnding = false

  function start(): Worker {
    const worker = new Worker(workerFile(), {
      workerData: settings satisfies WorkerSettings,
      resourceLimits: YOUNG_AND_SMALL,
    })
    // An idle recorder keeps no process alive; one that was asked something does until it has answered.
    if (calls.size === 0) worker.unref()
    worker.on('message', receive)
    worker.on('error', fail)
    worker.on('exit', (code) => isEnding || fail(new Error(`its thread ended with ${code}`)))
    return worker
  }

  function receive(message: FromWorker): void {
    switch (message.kind) {
      case 'taken':
        for (const listener of taken) listener(message.count, message.size)
        break
      case 'answer':
        // The thread answers each call with what its name promises.
        settle(message.call)?.resolve(message.value as never)
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

  function settle(call: number): PromiseWithResolvers<never> | undefined {
    const waiting = calls.get(call)
    calls.delete(call)
    if (calls.size === 0) started?.unref()
    return waiting
  }

  function fail(error: Error): void {
    if (failure) return
    failure = error
    onProblem(`Recording has stopped: ${error.message}. The issuer goes on without it; restart to record again.`)
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
  }

  function send(message: ToWorker): void {
    if (failure) return
    started ??= start()
    started.postMessage(message)
  }

  return {
    send,
    call(name, args) {
      if (failure) return Promise.reject(failure)
      const waiting = Promise.withResolvers<never>()
      calls.set((lastCall += 1), waiting)
      send({ kind: 'call', call: lastCall, name, args })
      started?.ref()
      return waiting.promise
    },
    isStarted: () => started !== undefined,
    hasFailed: () => failure !== undefined,
    onTaken: (listener) => void taken.push(listener),
    onRecorded: (listener) => void recorded.push(listener),
    async end() {
      isEnding = true
      await started?.terminate()
    },
  }
}

/** Beside the bundle when built; from source Node strips the types itself. */
function workerFile(): URL {
  const isBuilt = import.meta.url.endsWith('.js')
  return new URL(isBuilt ? './recorder-thread.js' : './recorder-thread.ts', import.meta.url)
}
