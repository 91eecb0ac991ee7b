import type { Changeable } from '#shared/contract/events.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

export interface FetcherOptions {
  readonly bridge: Bridge
  /** Events after which what was fetched is out of date. */
  readonly kinds?: readonly Changeable[]
  readonly isShell?: boolean
  /** Whatever else puts it out of date. */
  readonly listen?: (again: () => void) => () => void
  /** Asks and puts the answer away; never rejects. Says whether it got an answer. */
  readonly fetch: () => Promise<boolean>
}

export interface Fetcher {
  /** Asks the first time, and from then on whenever the answer may have changed. */
  ensure(): void
  /** Asks now, or once more when the present question is answered. */
  run(): Promise<void>
  /** Asks no more, until somebody wants to know again. */
  close(): void
}

/** One question that is asked again when it has to be, and never twice at the same time. */
export function createFetcher({ bridge, kinds = [], isShell = false, listen: follow, fetch }: FetcherOptions): Fetcher {
  let stops: (() => void)[] = []
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
    if (stops.length === 0) stops = listen()
    if (running) isAgain = true
    else running = ask()
    return running
  }

  function listen(): (() => void)[] {
    return [
      ...kinds.map((kind) => bridge.listen('changed', ({ what }) => void (what === kind && run()))),
      ...(isShell ? [bridge.listen('shell.changed', () => void run())] : []),
      ...(follow === undefined ? [] : [follow(() => void run())]),
      bridge.onResync(() => void run()),
      // Missed events are replayed after a reconnect, but not the answer that went down with the connection.
      bridge.onState((state) => void (state === 'open' && hasFailed && run())),
    ]
  }

  return {
    ensure: () => void (stops.length > 0 || run()),
    run,
    close() {
      for (const stop of stops) stop()
      stops = []
    },
  }
}
