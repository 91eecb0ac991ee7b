import type { Changes } from './changes.ts'
import type { Connection } from './connection.ts'

class Rehearsed<Result> extends Error {
  readonly result: Result

  constructor(result: Result) {
    super('only rehearsed')
    this.result = result
  }
}

/** Done for real and undone, so that what is said of it is what would happen. */
export function createRehearsal(connection: Connection, changes: Pick<Changes, 'withoutNotes'>) {
  return <Result>(work: () => Result): Result =>
    changes.withoutNotes(() => {
      try {
        return connection.transaction((): Result => {
          throw new Rehearsed(work())
        })
      } catch (error) {
        // Whatever else was thrown is a failure of the work.
        if (error instanceof Rehearsed) return error.result as Result
        throw error
      }
    })
}
