import { first } from './0001-first.ts'
import { flowRuns } from './0002-flow-runs.ts'
import { history } from './0003-history.ts'
import { outsideIssuers } from './0004-outside-issuers.ts'
import { scenarios } from './0005-scenarios.ts'
import type { Migration } from './migration.ts'

/** In the order in which they are applied: 1, 2, 3 and so on. */
export const MIGRATIONS: readonly Migration[] = [first, flowRuns, history, outsideIssuers, scenarios]
