/** The recorder's own thread: reads, correlates and stores what the program caught, and answers questions about it. */
import { parentPort, workerData } from 'node:worker_threads'

import { openTrafficStore, type TrafficStore } from '../store/traffic/traffic-store.ts'
import type { CallName, Calls, FromWorker, ToWorker, WorkerSettings } from './messages.ts'
import { createSignIns } from './sign-ins.ts'
import { readExchange } from './read-exchange.ts'
import { buildSearchText } from './search-text.ts'

/** Rows removed at once; a page that is asked for meanwhile waits for no more than that. */
const EXPIRY_SLICE = 500
const EXPIRY_INTERVAL = 30_000

if (!parentPort) throw new Error('recorder-thread.ts runs as a worker only')
const port = parentPort
const settings = workerData as WorkerSettings

let { retention } = settings
let watching = false
const store = openStore()
const signIns = createSignIns(store)
const expiry = setInterval(expire, EXPIRY_INTERVAL)

const calls: { readonly [Name in CallName]: Calls[Name] } = {
  page: store.page,
  get: store.get,
  collect: store.collect,
  remove: store.remove,
  stats: store.stats,
  setRetention(next) {
    retention = next
    expire()
  },
  flush: () => undefined,
  close() {
    clearInterval(expiry)
    store.close()
  },
}

port.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'record':
      return record(message.batch, message.dropped)
    case 'watch':
      watching = message.watching
      return
    case 'call':
      return answer(message)
  }
})

function record(batch: Extract<ToWorker, { kind: 'record' }>['batch'], dropped: number): void {
  try {
    const exchanges = store.batch(() => {
      if (dropped > 0) store.countDropped(dropped)
      return batch.map((raw) => {
        const read = readExchange(raw, settings.mount)
        const signIn = signIns.assign(read, raw.annotation?.keys ?? [])
        return store.insert({ ...read.exchange, ...(signIn !== undefined && { signIn }) }, buildSearchText(read.exchange))
      })
    })
    if (watching) send({ kind: 'recorded', exchanges })
  } catch (error) {
    send({ kind: 'problem', message: `${batch.length} exchanges could not be recorded: ${messageOf(error)}` })
  }
  send({ kind: 'taken', count: batch.length })
}

function answer({ call, name, args }: Extract<ToWorker, { kind: 'call' }>): void {
  try {
    const handler = calls[name] as (...values: readonly unknown[]) => unknown
    send({ kind: 'answer', call, value: handler(...args) })
  } catch (error) {
    send({ kind: 'failure', call, message: messageOf(error) })
  }
}

function expire(): void {
  const removed = store.expire(retention, Math.floor(Date.now() / 1000), EXPIRY_SLICE)
  if (removed === EXPIRY_SLICE) setImmediate(expire)
}

/** A recording that cannot be opened is no reason to be without an issuer, or to touch the file. */
function openStore(): TrafficStore {
  try {
    return openTrafficStore(settings.file)
  } catch (error) {
    send({
      kind: 'problem',
      message: `${settings.file} cannot hold the recording (${messageOf(error)}). Traffic is kept in memory until the next start; move the file away to begin a new one.`,
    })
    return openTrafficStore(undefined)
  }
}

function send(message: FromWorker): void {
  port.postMessage(message)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
