import type { Connection } from './connection.ts'
import type { ChangedTable } from './store.ts'

export interface Changes {
  note(table: ChangedTable): void
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

  return { note: (table) => void changed.add(table), listen, close: () => listeners.clear() }
}
