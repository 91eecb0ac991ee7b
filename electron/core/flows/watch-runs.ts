/** While a run's browser is away, its traffic is followed and its time runs. */
import type { KeptRun } from '../store/store.ts'
import type { FlowLimits } from './flow-engine.ts'
import type { Runs } from './runs.ts'
import { expire, interrupt } from './state/run-changes.ts'
import type { Following } from './traffic/follow-traffic.ts'
import { createDeadlines } from './visit/deadlines.ts'

export interface RunWatch {
  /** With each state that is kept; without one, the run was removed. */
  follow(id: string, kept: KeptRun | undefined): void
  /** The program was ended, or fell, while runs were under way. */
  recover(): void
  close(): void
}

interface WatchParts {
  readonly runs: Runs
  readonly following: Following
  readonly limits: FlowLimits
}

export function watchRuns({ runs, following, limits }: WatchParts): RunWatch {
  const deadlines = createDeadlines((id) => runs.change(id, (kept) => expire(kept, limits.visit)))

  function follow(id: string, kept: KeptRun | undefined): void {
    const { browserAddress, waitsUntil } = kept?.run ?? {}
    if (browserAddress === undefined) {
      following.end(id)
      deadlines.clear(id)
      return
    }
    following.begin(id)
    if (waitsUntil !== undefined) deadlines.set(id, waitsUntil)
  }

  return {
    follow,
    recover() {
      for (const { id, state } of runs.list()) {
        if (state === 'busy') runs.change(id, interrupt)
        if (state === 'waiting') follow(id, runs.find(id))
      }
    },
    close() {
      deadlines.close()
      following.close()
    },
  }
}
