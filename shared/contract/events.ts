/** Every event once, by its name. Core and shells emit them; the screens listen. */
import * as z from 'zod'

import { exchangeSummary } from './calls/exchanges.ts'
import { errorShape, userAgentState } from './calls/shell.ts'

export const CHANGEABLE = [
  'clients',
  'apis',
  'users',
  'keys',
  'settings',
  'exchanges',
  'history',
  'issuers',
  'scenarios',
] as const
export type Changeable = (typeof CHANGEABLE)[number]

/** What the native menu can ask of the screens. */
export const SHELL_COMMANDS = ['palette', 'shortcuts', 'settings', 'about', 'back', 'forward'] as const
export type ShellCommand = (typeof SHELL_COMMANDS)[number]

export const EVENTS = {
  /** Once for every exchange, in the order of their ids. */
  'exchange.recorded': exchangeSummary,
  /** A recorded exchange was pinned, or has another note. */
  'exchange.changed': exchangeSummary,
  /** Something of this kind was added, changed or removed, by whichever door: ask again. */
  changed: z.object({ what: z.enum(CHANGEABLE) }),
  /** A run of a walkthrough: ask `runs.get` again. */
  'run.changed': z.object({ id: z.string() }),
  /** Ask `shell.get` again. */
  'shell.changed': z.object({}),
  'shell.command': z.object({ command: z.enum(SHELL_COMMANDS) }),
  /** The system handed over an address of the `valetkey` scheme. */
  'callback.received': z.object({ url: z.string() }),
  /** The system handed over a file with an exported walkthrough: what is in it, or why it could not be read. */
  'lesson.opened': z.union([
    z.object({ name: z.string(), text: z.string() }),
    z.object({ name: z.string(), error: errorShape }),
  ]),
  'userAgent.changed': userAgentState,
} satisfies Readonly<Record<string, z.ZodType>>

export type EventName = keyof typeof EVENTS
export type Payload<Name extends EventName> = z.output<(typeof EVENTS)[Name]>
