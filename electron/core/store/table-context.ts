import type { Changes } from './changes.ts'
import type { Connection } from './connection.ts'
import type { HistoryNotes } from './history.ts'
import type { ReportDamage } from './rows.ts'

/** What every table is made from. */
export interface TableContext {
  readonly connection: Connection
  readonly changes: Pick<Changes, 'note'>
  readonly history: HistoryNotes
  readonly reportDamage: ReportDamage
  /** Seconds since the epoch. */
  readonly now: () => number
}
