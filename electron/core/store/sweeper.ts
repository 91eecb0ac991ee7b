/** Removes up to `limit` rows that ended before a time, and says how many there were. */
export type RemoveExpired = (before: number, limit: number) => number

export interface Sweeper {
  /** Removes everything that is over, slice by slice, and says how many rows there were. */
  sweep(): Promise<number>
  close(): void
}

interface Options {
  readonly tables: readonly RemoveExpired[]
  readonly now: () => number
  readonly onProblem: (problem: unknown) => void
}

/** Whoever comes a little late, or with a clock a little off, still reads "expired" and not "unknown". */
export const GRACE = 600

/** Rows: a millisecond or two, which no request notices. */
export const SLICE = 500

const FIRST_SWEEP = 5_000
const INTERVAL = 60_000
/** Between two slices, so that a long backlog takes a small share of the time. */
const PAUSE = 10

/**
 * Expired rows leave a few at a time. No timer here keeps the process alive. Rows that are removed are part of the
 * shared transaction of their turn like any other write, and nobody waits for them.
 */
export function createSweeper({ tables, now, onProblem }: Options): Sweeper {
  let closed = false
  let timer = setTimeout(() => void run(), FIRST_SWEEP).unref()

  async function sweep(): Promise<number> {
    let removed = 0
    for (const removeExpired of tables) {
      for (let count = SLICE; count === SLICE && !closed;) {
        count = removeExpired(now() - GRACE, SLICE)
        removed += count
        if (count === SLICE) await pause()
      }
    }
    return removed
  }

  async function run(): Promise<void> {
    try {
      await sweep()
    } catch (error) {
      onProblem(error)
    }
    if (!closed) timer = setTimeout(() => void run(), INTERVAL).unref()
  }

  function close(): void {
    closed = true
    clearTimeout(timer)
  }

  return { sweep, close }
}

function pause(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, PAUSE).unref())
}
