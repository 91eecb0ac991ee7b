/** Runs that wait for a browser wait for so long and no longer. */

export interface Deadlines {
  /** At this moment, in milliseconds since the epoch. */
  set(run: string, at: number): void
  clear(run: string): void
  close(): void
}

/** What a timer can hold; beyond it Node fires at once. */
const LONGEST = 2 ** 31 - 1

export function createDeadlines(onPassed: (run: string) => void): Deadlines {
  const timers = new Map<string, NodeJS.Timeout>()

  function clear(run: string): void {
    clearTimeout(timers.get(run))
    timers.delete(run)
  }

  return {
    set(run, at) {
      clear(run)
      const wait = Math.min(Math.max(0, at - Date.now()), LONGEST)
      const pass = (): void => {
        timers.delete(run)
        onPassed(run)
      }
      timers.set(run, setTimeout(pass, wait).unref())
    },
    clear,
    close() {
      for (const run of timers.keys()) clear(run)
    },
  }
}
