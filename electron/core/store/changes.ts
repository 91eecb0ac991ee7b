import type { Connection } from './connection.ts'
import type { ChangedTable } from './store.ts'

export interface Changes {
  note(table: ChangedTable): void
  /** What is noted meanwhile is forgotten; the work must not wait. */
  withoutNotes<Result>(work: () => Result): Result
  listen(listener: (table: ChangedTable) => void): () => void
  close(): void
}

/**
 * Tells of each changed table once per shared transaction, when that has been settled and before anybody who waits
 * for it goes on: whoever changed a client finds the change in force when the answer arrives. Told of lost changes
 * too, since a listener may have read them in between.
 */
export function createChanges(connection: Connection, onProblem: (problem: unknown) => void): Changes {
  const listeners = new Set<(table: ChangedTable) => void>()
  const changed = new Set<ChangedTable>()

  connection.onSettled(() => {
    if (changed.size === 0) return
    const tables = [...changed]
    changed.clear()
    for (const table of tables) tell(table)
  })

  function tell(table: ChangedTable): void {
    for (const listener of listeners) {
      try {
        listener(table)
      } catch (error) {
        onProblem(error)
      }
    }
  }

  function listen(listener: (table: ChangedTable) => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  function withoutNotes<Result>(work: () => Result): Result {
    const before = [...changed]
    try {
      return work()
    } finally {
      changed.clear()
      for (const table of before) changed.add(table)
    }
  }

  return { note: (table) => void changed.add(table), withoutNotes, listen, close: () => listeners.clear() }
}
