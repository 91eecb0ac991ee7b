/** A running program with real screens' connections to it, whatever carries them. */
import type { Carrier } from '#shared/frames/bridge.ts'
import { createEventLog, type EventLog } from '#shared/frames/event-log.ts'

import { type Core, type CoreOptions, createCore } from '../../../electron/core/create-core.ts'

export interface World extends AsyncDisposable {
  readonly core: Core
  readonly events: EventLog
  readonly carrier: Carrier
  /** Whatever went wrong without anybody asking. */
  readonly problems: readonly string[]
  /** The far end of every connection takes nothing in until it is let go on. */
  setReading(isReading: boolean): void
}

export interface WorldOptions {
  /** Of the ring: small ones are left behind soon. */
  readonly mostEvents?: number
  readonly config?: object
}

export type CreateWorld = (options?: WorldOptions) => Promise<World>

export interface Running {
  readonly core: Core
  readonly events: EventLog
  readonly problems: string[]
}

export async function run(
  { mostEvents, config }: WorldOptions,
  screens: (events: EventLog) => CoreOptions['screens'],
): Promise<Running> {
  const problems: string[] = []
  const events = createEventLog(mostEvents === undefined ? {} : { most: mostEvents })
  const core = await createCore({
    port: 0,
    uiPort: 0,
    config,
    screens: screens(events),
    onProblem: (message) => void problems.push(message),
  })
  return { core, events, problems }
}
