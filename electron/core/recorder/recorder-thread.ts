/** The recorder's own thread: reads, correlates and stores what the program caught, and answers questions about it. */
import { parentPort, workerData } from 'node:worker_threads'

import type { ExchangeRow, ExchangeSummary } from '#shared/model/exchange.ts'

import { epochSeconds } from '../store/epoch-seconds.ts'
import { openTrafficStore, type TrafficStore } from '../store/traffic/traffic-store.ts'
import { annotateExchange } from './annotate-exchange.ts'
import { buildExcerpt } from './excerpt.ts'
import type { CallName, Calls, FromWorker, ToWorker, WorkerSettings } from './messages.ts'
import type { PackedExchange } from './packed-exchange.ts'
import { createWriter } from './writer.ts'
import { yieldToAnswers } from './yield-to-answers.ts'

/** Rows removed at once; a page that is asked for meanwhile waits for no more than that. */
const EXPIRY_SLICE = 100
const EXPIRY_INTERVAL = 30_000
const PURGE_SLICE = 200

/** How long what was deleted can be had back, in milliseconds; longer than the message that offers it stays. */
const UNDO_WAIT = 60_000

/** Milliseconds, and exchanges. */
const LINGER = 250
const ENOUGH = 500

if (!parentPort) throw new Error('recorder-thread.ts runs as a worker only')
yieldToAnswers()
const port = parentPort
const settings = workerData as WorkerSettings

let { retention } = settings
let watching = false
const store = openStore()
const writer = createWriter(store, settings.mount)
let isWriting = true
let gathered = nothing()
let timer: NodeJS.Timeout | undefined
const expiry = setInterval(expire, EXPIRY_INTERVAL)

const calls: { readonly [Name in CallName]: Calls[Name] } = {
  page: store.page,
  get: store.get,
  outline: store.outline,
  rows,
  signIns: store.signIns,
  collect: store.collect,
  remove: store.remove,
  withhold(selection) {
    const removed = store.withhold(selection)
    setTimeout(purge, UNDO_WAIT, removed.batch).unref()
    return removed
  },
  restore: store.restore,
  annotate: (id, change) => annotateExchange(store, id, change),
  import: (exchanges, from) => tell(writer.import(exchanges, from)),
  stats: store.stats,
  clientUses: store.clientUses,
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
      return gather(message)
    case 'watch':
      watching = message.watching
      return writeGathered()
    case 'call':
      writeGathered()
      return answer(message)
  }
})

/**
 * A transaction costs much and an exchange in it little: the full text is sorted and its last pages are written once for
 * each. So they are gathered for a moment, unless somebody is looking.
 */
function gather({ batch, size, dropped }: Extract<ToWorker, { kind: 'record' }>): void {
  gathered.batch.push(...batch)
  gathered.size += size
  gathered.dropped += dropped
  if (watching || gathered.batch.length >= ENOUGH) writeGathered()
  else timer ??= setTimeout(writeGathered, LINGER)
}

function writeGathered(): void {
  clearTimeout(timer)
  timer = undefined
  const { batch, size, dropped } = gathered
  gathered = nothing()
  if (batch.length > 0 || dropped > 0) record(batch, size, dropped)
}

function nothing(): { batch: PackedExchange[]; size: number; dropped: number } {
  return { batch: [], size: 0, dropped: 0 }
}

function record(batch: readonly PackedExchange[], size: number, dropped: number): void {
  try {
    const exchanges = writer.write(batch, dropped)
    tell(exchanges)
    if (store.surplus(retention) > EXPIRY_SLICE) expireSlice()
    isWriting = true
  } catch (error) {
    writer.countLost(batch.length + dropped)
    // Said once and not with every batch: a full disk stays full.
    if (isWriting) send({ kind: 'problem', message: `Exchanges cannot be recorded: ${messageOf(error)}` })
    isWriting = false
  }
  send({ kind: 'taken', count: batch.length, size })
}

function tell(exchanges: readonly ExchangeSummary[]): readonly ExchangeSummary[] {
  if (watching && exchanges.length > 0) send({ kind: 'recorded', exchanges })
  return exchanges
}

function answer({ call, name, args }: Extract<ToWorker, { kind: 'call' }>): void {
  try {
    const handler = calls[name] as (...values: readonly unknown[]) => unknown
    send({ kind: 'answer', call, value: handler(...args) })
  } catch (error) {
    send({ kind: 'failure', call, message: messageOf(error) })
  }
}

/** Whole exchanges are read only where there is something to find in them. */
function rows(ids: readonly number[], search: string | undefined): readonly ExchangeRow[] {
  if (search === undefined) return store.page({ ids, limit: ids.length }).items
  return store.collect({ ids }, ids.length).map((exchange) => {
    const { request: _request, response: _response, handover: _handover, remote: _remote, ...summary } = exchange
    const excerpt = buildExcerpt(exchange, search)
    return { ...summary, ...(excerpt !== undefined && { excerpt }) }
  })
}

function purge(batch: number): void {
  try {
    if (store.purge(batch, PURGE_SLICE)) setImmediate(purge, batch)
  } catch {
    // It is left out of every answer all the same, and the end of the program tries again.
  }
}

function expire(): void {
  if (expireSlice() === EXPIRY_SLICE) setImmediate(expire)
}

/** What cannot be removed now is tried again later; nobody waits for it. */
function expireSlice(): number {
  try {
    return store.expire(retention, epochSeconds(), EXPIRY_SLICE)
  } catch {
    return 0
  }
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
