import type { Database, Value } from './database.ts'
import { explainFailure } from './failures.ts'
import { createGroupCommit } from './group-commit.ts'
import type { GroupCommit, GroupCommitOptions } from './group-commit.ts'

export interface Read<Parameters extends readonly Value[], Row> {
  get(...parameters: Parameters): Row | undefined
  all(...parameters: Parameters): Row[]
}

/** Runs a prepared write as part of the turn's transaction and says how many rows it changed. */
export type Write<Parameters extends readonly Value[]> = (...parameters: Parameters) => number

/** The one connection to the file, through which every table reads and writes. */
export interface Connection extends Pick<
  GroupCommit,
  'durable' | 'commits' | 'failedCommits' | 'onSettled' | 'onUndone'
> {
  read<Parameters extends readonly Value[], Row>(sql: string): Read<Parameters, Row>
  write<Parameters extends readonly Value[]>(sql: string): Write<Parameters>
  /** All of it or nothing; nests. */
  transaction<Result>(work: () => Result): Result
  close(): void
}

export function createConnection(database: Database, options: GroupCommitOptions): Connection {
  const group = createGroupCommit(database, options)
  const savepoint = database.prepare('SAVEPOINT work')
  const release = database.prepare('RELEASE work')
  const rollbackToSavepoint = database.prepare('ROLLBACK TO work')
  let closed = false
  let depth = 0
  let failuresBefore = 0

  /** The shared transaction in which the enclosing transaction() calls stood is gone, so none of them can go on. */
  function isLost(): boolean {
    return depth > 0 && group.failedCommits !== failuresBefore
  }

  function join(): void {
    if (isLost()) throw group.lastFailure
    group.join()
  }

  function undoWork(): void {
    if (isLost()) return
    rollbackToSavepoint.run()
    release.run()
    group.undone()
  }

  function transaction<Result>(work: () => Result): Result {
    join()
    if (depth === 0) failuresBefore = group.failedCommits
    savepoint.run()
    depth += 1
    try {
      const result = work()
      if (result instanceof Promise) throw new TypeError('a transaction cannot wait: its work has to be synchronous')
      if (isLost()) throw group.lastFailure
      release.run()
      return result
    } catch (error) {
      undoWork()
      throw error
    } finally {
      depth -= 1
    }
  }

  function read<Parameters extends readonly Value[], Row>(sql: string): Read<Parameters, Row> {
    const statement = database.prepare<unknown[], Row>(sql)
    return {
      get(...parameters) {
        try {
          return statement.get(...parameters)
        } catch (error) {
          throw group.explain(error)
        }
      },
      all(...parameters) {
        try {
          return statement.all(...parameters)
        } catch (error) {
          throw group.explain(error)
        }
      },
    }
  }

  function write<Parameters extends readonly Value[]>(sql: string): Write<Parameters> {
    const statement = database.prepare<unknown[]>(sql)
    return (...parameters) => {
      join()
      try {
        return statement.run(...parameters).changes
      } catch (error) {
        throw group.explain(error)
      }
    }
  }

  function close(): void {
    if (closed) return
    closed = true
    group.close()
    try {
      database.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      // What was committed is safe in the log and is read from there at the next start.
      options.onProblem(explainFailure(error, options.file))
    }
    database.close()
  }

  return {
    read,
    write,
    transaction,
    durable: group.durable,
    get commits() {
      return group.commits
    },
    get failedCommits() {
      return group.failedCommits
    },
    onSettled: group.onSettled,
    onUndone: group.onUndone,
    close,
  }
}
