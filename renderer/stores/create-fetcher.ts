import type { Changeable } from '#shared/contract/events.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

export interface FetcherOptions {
  readonly bridge: Bridge
  /** Events after which what was fetched is out of date. */
  readonly kinds?: readonly Changeable[]
  readonly isShell?: boolean
  /** Asks and puts the answer away; never rejects. Says whether it got an answer. */
  readonly fetch: () => Promise<boolean>
}

export interface Fetcher {
  /** Asks the first time, and from then on whenever the answer may have changed. */
  ensure(): void
  /** Asks now, or once more when the present question is answered. */
  run(): Promise<void>
  close(): void
}

/** One question that is asked again when it has to be, and never twice at the same time. */
export function createFetcher({ bridge, kinds = [], isShell = false, fetch }: FetcherOptions): Fetcher {
  let isWanted = false
  let hasFailed = false
  let running: Promise<void> | undefined
  let isAgain = false

  async function ask(): Promise<void> {
    do {
      isAgain = false
      hasFailed = !(await fetch())
    } while (isAgain)
    running = undefined
  }

  function run(): Promise<void> {
    isWanted = true
    if (running) isAgain = true
    else running = ask()
    return running
  }

  function rerun(): void {
    if (isWanted) void run()
  }

  const stops = [
    bridge.listen('changed', ({ what }) => kinds.includes(what) && rerun()),
    bridge.onResync(rerun),
    // Missed events are replayed after a reconnect, but not the answer that went down with the connection.
    bridge.onState((state) => state === 'open' && hasFailed && rerun()),
    ...(isShell ? [bridge.listen('shell.changed', rerun)] : []),
  ]

  return {
    ensure: () => void (isWanted || run()),
    run,
    close: () => stops.forEach((stop) => stop()),
  }
}
