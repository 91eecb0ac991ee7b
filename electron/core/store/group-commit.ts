import { ValetKeyError } from '#shared/errors.ts'
import type { Database } from './database.ts'
import { explainFailure } from './failures.ts'

/*
 * Why writes share a transaction. A commit costs many times what a write costs: the log is written, the index of the
 * log is brought up to date, a system call is made for each. While one request is being answered, others wait in the
 * same turn of the event loop, and each of them writes a row or three. So the first write of a turn opens a
 * transaction, every other write of that turn joins it, and it is committed once, when the turn is over (setImmediate
 * runs after everything that has arrived has been looked at).
 *
 * There is one connection, so every read sees what was written a moment ago, committed or not. What has not been
 * committed may still be lost, so no request may be answered before `durable()` has resolved: that is when the last
 * write before the call has been committed. A request that only read waits as well, since what it read may be new.
 *
 * When a statement fails on its own (a constraint), SQLite undoes that statement alone and the other requests' writes
 * stay. When the disk is full or fails, SQLite drops the whole transaction, or the commit fails: then everybody whose
 * write was in it has to hear of it. A request may write, wait for something else, and ask a few turns later. It
 * therefore reads `failedCommits` when it begins and hands that to `durable()`, which rejects when the number moved.
 */

export interface GroupCommit {
  /** To be called before each write: opens the transaction of this turn, or joins it. */
  join(): void
  /** To be called with whatever a statement threw: says what it means, and notices when SQLite dropped everything. */
  explain(error: unknown): unknown
  /** Tells whoever remembers rows that some writes were taken back. */
  undone(): void
  durable(since?: number): Promise<void>
  readonly commits: number
  readonly failedCommits: number
  readonly lastFailure: unknown
  /** After each shared transaction, committed or lost, and before those who wait for it go on. */
  onSettled(listener: () => void): void
  /** What was written may be gone: whoever remembers rows forgets them. */
  onUndone(listener: () => void): void
  /** Commits what is open. */
  close(): void
}

export interface GroupCommitOptions {
  readonly file: string
  readonly onProblem: (problem: unknown) => void
}

export function createGroupCommit(database: Database, { file, onProblem }: GroupCommitOptions): GroupCommit {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  const settledListeners: (() => void)[] = []
  const undoneListeners: (() => void)[] = []
  let open = false
  let closed = false
  let scheduled: NodeJS.Immediate | undefined
  let waiting: PromiseWithResolvers<void> | undefined
  let commits = 0
  let failedCommits = 0
  let lastFailure: unknown
  let failedThisTurn = false

  function join(): void {
    if (open) return
    if (closed) throw closedError(file)
    try {
      begin.run()
    } catch (error) {
      throw explainFailure(error, file)
    }
    open = true
    scheduled ??= setImmediate(settle)
  }

  function explain(error: unknown): unknown {
    if (closed) return closedError(file, error)
    const failure = explainFailure(error, file)
    if (open && !database.inTransaction) lose(failure)
    return failure
  }

  function undone(): void {
    for (const listener of undoneListeners) listener()
  }

  function lose(failure: unknown): void {
    open = false
    lastFailure = failure
    failedThisTurn = true
    failedCommits += 1
    undone()
  }

  function commitGroup(): void {
    try {
      commit.run()
      open = false
      commits += 1
    } catch (error) {
      if (database.inTransaction) rollback.run()
      lose(explainFailure(error, file))
    }
  }

  function settle(): void {
    clearImmediate(scheduled)
    scheduled = undefined
    if (open) commitGroup()
    const waited = waiting
    const failure = failedThisTurn ? { reason: lastFailure } : undefined
    waiting = undefined
    failedThisTurn = false
    if (failure !== undefined) onProblem(failure.reason)
    for (const listener of settledListeners) listener()
    if (failure === undefined) waited?.resolve()
    else waited?.reject(failure.reason)
  }

  function durable(since: number = failedCommits): Promise<void> {
    if (failedThisTurn || since !== failedCommits) return unheard(Promise.reject(lastFailure))
    if (!open) return Promise.resolve()
    if (waiting === undefined) {
      waiting = Promise.withResolvers()
      void unheard(waiting.promise)
    }
    return waiting.promise
  }

  function close(): void {
    if (scheduled !== undefined) settle()
    closed = true
  }

  return {
    join,
    explain,
    undone,
    durable,
    get commits() {
      return commits
    },
    get failedCommits() {
      return failedCommits
    },
    get lastFailure() {
      return lastFailure
    },
    onSettled: (listener) => void settledListeners.push(listener),
    onUndone: (listener) => void undoneListeners.push(listener),
    close,
  }
}

/** Whoever awaits it hears of a failure; a caller that lets it go does not take the program down. */
function unheard(promise: Promise<void>): Promise<void> {
  promise.catch(() => {})
  return promise
}

function closedError(file: string, cause?: unknown): ValetKeyError {
  const message = `${file} has been closed, because Valet Key is stopping. Start it again.`
  return new ValetKeyError('store_closed', message, { cause })
}
