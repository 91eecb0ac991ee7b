import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

import type { Database } from './database.ts'

/*
 * What is committed stands in the log beside the file, and has to be moved into the file some day. SQLite does that
 * inside a commit, with an fsync, and every request in flight waits. Here a thread of its own does it: it copies while
 * this connection goes on writing, and what it has copied this connection need not copy any more. The log begins anew
 * once all of it has been copied, which under steady load never happens by itself: so when it has grown large in spite
 * of the thread, the few pages that are left are copied here.
 */

const MEGABYTE = 1024 * 1024
const WORTH_A_CHECKPOINT = 4 * MEGABYTE
const WORTH_A_PAUSE = 32 * MEGABYTE
/** Commits between two looks at the size of the log. */
const LOOK_EVERY = 50
/** SQLite's own default, for when the thread cannot be had. */
const DEFAULT_PAGES = 1000

export interface Checkpoints {
  /** To be called after each commit. */
  committed(): void
  close(): void
}

/** Memory has no log. */
export const NO_CHECKPOINTS: Checkpoints = { committed: () => undefined, close: () => undefined }

export function createCheckpoints(database: Database, file: string, nativeBinding: string | undefined): Checkpoints {
  const log = `${file}-wal`
  let worker: Worker | undefined
  let isBusy = false
  let isOff = false
  let commits = 0
  database.pragma('wal_autocheckpoint = 0')

  function start(): Worker {
    const isBuilt = import.meta.url.endsWith('.js')
    const url = new URL(isBuilt ? './checkpoint-thread.js' : './checkpoint-thread.ts', import.meta.url)
    const started = new Worker(url, { workerData: { file, nativeBinding } })
    started.unref()
    started.on('message', finish)
    started.on('error', giveUp)
    return started
  }

  function finish(): void {
    isBusy = false
    if (!isOff && sizeOf(log) > WORTH_A_PAUSE && !database.inTransaction) database.pragma('wal_checkpoint(RESTART)')
  }

  /** Nothing is lost without the thread, commits only take longer now and then. */
  function giveUp(): void {
    isOff = true
    if (database.open) database.pragma(`wal_autocheckpoint = ${DEFAULT_PAGES}`)
  }

  return {
    committed() {
      commits += 1
      if (isOff || isBusy || commits % LOOK_EVERY !== 0 || sizeOf(log) < WORTH_A_CHECKPOINT) return
      isBusy = true
      worker ??= start()
      worker.postMessage('checkpoint')
    },
    close() {
      isOff = true
      void worker?.terminate()
    },
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
