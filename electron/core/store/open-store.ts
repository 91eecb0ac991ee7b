import { join } from 'node:path'
import { ValetKeyError } from '#shared/errors.ts'
import { createApiTable } from './apis.ts'
import { createChanges } from './changes.ts'
import { createCheckpoints, NO_CHECKPOINTS } from './checkpoints.ts'
import { createClientTable } from './clients.ts'
import { DATABASE_FILE, MEMORY, openDatabaseFile, openMemory } from './database-file.ts'
import type { DatabaseFile } from './database-file.ts'
import { lockDataDirectory } from './data-directory.ts'
import type { DirectoryLock, Instance } from './data-directory.ts'
import { createConnection } from './connection.ts'
import { epochSeconds } from './epoch-seconds.ts'
import { explainFailure } from './failures.ts'
import { createFlowRunTable } from './flow-runs.ts'
import { createHistory } from './history.ts'
import { createKeyTable } from './keys.ts'
import { createMeta } from './meta.ts'
import { createOutsideIssuerTable } from './outside-issuers.ts'
import { createOutsideSecretTable } from './outside-secrets.ts'
import { createRecordTable } from './records.ts'
import { createRehearsal } from './rehearse.ts'
import { createRevokedTokenTable } from './revoked-tokens.ts'
import { createDamageReport } from './rows.ts'
import { createScenarioTable } from './scenarios.ts'
import { createSecretTable } from './secrets.ts'
import { createSettings } from './settings.ts'
import type { SecretBox, Store } from './store.ts'
import { createSweeper } from './sweeper.ts'
import { createUserTable } from './users.ts'

export interface StoreOptions {
  /** Left out: everything stays in memory, and no file is made. */
  readonly directory?: string | undefined
  /** Told of what went wrong while nobody was asking: a lost commit, a row that cannot be read, a file set aside. */
  readonly onProblem?: ((problem: ValetKeyError) => void) | undefined
  /** Keep a file that cannot be used under another name, and begin with a fresh one. */
  readonly setAside?: boolean | undefined
  /** Left out: secrets that a person brings stay in memory. */
  readonly secretBox?: SecretBox | undefined
  readonly nativeBinding?: string | undefined
  /** Seconds since the epoch. */
  readonly now?: (() => number) | undefined
}

export interface OpenedStore extends Store {
  /** The new name of a file that was set aside. */
  readonly setAside: string | undefined
  /** Tells a second process on the same directory where this one is. */
  announce(instance: Instance): void
  /** Removes what has expired now, rather than within the minute. */
  sweep(): Promise<number>
}

interface Surroundings {
  readonly now: () => number
  readonly onProblem: (problem: unknown) => void
  readonly nativeBinding: string | undefined
  readonly secretBox: SecretBox | undefined
}

const SEEDED = 'seeded_at'

export function openStore(options: StoreOptions = {}): OpenedStore {
  const { directory, nativeBinding, secretBox, setAside = false, now = epochSeconds } = options
  const onProblem = problemReporter(options.onProblem)
  const surroundings = { now, onProblem, nativeBinding, secretBox }
  if (directory === undefined) {
    return createStore({ database: openMemory(nativeBinding), setAside: undefined }, undefined, surroundings)
  }
  const lock = lockDataDirectory(directory, nativeBinding)
  try {
    const opened = openDatabaseFile(lock.directory, { nativeBinding, setAside, now })
    if (opened.setAside !== undefined) onProblem(setAsideNotice(lock.directory, opened.setAside))
    return createWholeStore(opened, lock, surroundings)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The statements of all tables are prepared here, so a table that lacks a column is noticed now and not in use. */
function createWholeStore(opened: DatabaseFile, lock: DirectoryLock, surroundings: Surroundings): OpenedStore {
  try {
    return createStore(opened, lock, surroundings)
  } catch (error) {
    opened.database.close()
    throw explainFailure(error, join(lock.directory, DATABASE_FILE))
  }
}

function setAsideNotice(directory: string, name: string): ValetKeyError {
  const file = join(directory, DATABASE_FILE)
  return new ValetKeyError(
    'store_set_aside',
    `${file} could not be used. It is now ${name}, and a fresh one was begun.`,
  )
}

function problemReporter(tell: (problem: ValetKeyError) => void = warn): (problem: unknown) => void {
  return (problem) => tell(problem instanceof ValetKeyError ? problem : unexpected(problem))
}

function unexpected(problem: unknown): ValetKeyError {
  const reason = problem instanceof Error ? problem.message : String(problem)
  return new ValetKeyError('store_failed', `The store failed: ${reason}`, { cause: problem })
}

function warn(problem: ValetKeyError): void {
  process.emitWarning(problem.message, { code: problem.code })
}

function createStore(
  { database, setAside }: DatabaseFile,
  lock: DirectoryLock | undefined,
  { now, onProblem, nativeBinding, secretBox }: Surroundings,
): OpenedStore {
  const file = lock === undefined ? MEMORY : join(lock.directory, DATABASE_FILE)
  const connection = createConnection(database, { file, onProblem })
  const changes = createChanges(connection, onProblem)
  const history = createHistory(connection, () => changes.note('history'))
  const context = { connection, changes, history, reportDamage: createDamageReport(onProblem), now }
  const meta = createMeta(connection)
  const settings = createSettings(context, meta)
  const issuerNow = () => now() + settings.get().clock.offset
  const records = createRecordTable({ ...context, now: issuerNow })
  const revokedTokens = createRevokedTokenTable(context)
  const tables = {
    clients: createClientTable(context),
    apis: createApiTable(context),
    users: createUserTable(context),
    keys: createKeyTable(context),
    records: records.face,
    flowRuns: createFlowRunTable(context),
    history,
    outsideIssuers: createOutsideIssuerTable(context),
    outsideSecrets: createOutsideSecretTable({ ...context, box: secretBox, onProblem }),
    scenarios: createScenarioTable(context),
    settings,
    issuerNow,
    secrets: createSecretTable(context),
    revokedTokens: revokedTokens.face,
  }
  const checkpoints = lock === undefined ? NO_CHECKPOINTS : createCheckpoints(database, file, nativeBinding)
  connection.onSettled(checkpoints.committed)
  const sweeper = createSweeper({
    tables: [records.removeExpired, revokedTokens.removeExpired],
    // A clock that was moved can be moved back: nothing goes that either of the two still knows.
    now: () => Math.min(now(), issuerNow()),
    onProblem,
  })

  return {
    ...tables,
    get isNew() {
      return meta.get(SEEDED) === undefined
    },
    markSeeded: () => meta.put(SEEDED, String(now())),
    transaction: connection.transaction,
    rehearse: createRehearsal(connection, changes),
    durable: connection.durable,
    get failedCommits() {
      return connection.failedCommits
    },
    onChange: changes.listen,
    setAside,
    announce: (instance) => lock?.announce(instance),
    sweep: sweeper.sweep,
    close() {
      sweeper.close()
      checkpoints.close()
      changes.close()
      connection.close()
      lock?.release()
    },
  }
}
