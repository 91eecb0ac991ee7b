/** Every call once, by its name. */
import type * as z from 'zod'

import { apiCalls } from './apis.ts'
import type { Call } from './call.ts'
import { clientCalls } from './clients.ts'
import { configCalls } from './config.ts'
import { exchangeDeedCalls } from './exchange-deeds.ts'
import { exchangeCalls } from './exchanges.ts'
import { findCalls } from './find.ts'
import { grantCalls } from './grants.ts'
import { historyCalls } from './history.ts'
import { issuerCalls } from './issuers.ts'
import { keyCalls } from './keys.ts'
import { resetCalls } from './reset.ts'
import { runCalls } from './runs.ts'
import { scenarioCalls } from './scenarios.ts'
import { sessionCalls } from './sessions.ts'
import { settingsCalls } from './settings.ts'
import { desktopCalls, shellCalls } from './shell.ts'
import { tokenCalls } from './tokens.ts'
import { tokenCheckCalls } from './token-checks.ts'
import { useCalls } from './uses.ts'
import { userCalls } from './users.ts'

export const CALLS = {
  ...clientCalls,
  ...apiCalls,
  ...userCalls,
  ...keyCalls,
  ...grantCalls,
  ...sessionCalls,
  ...exchangeCalls,
  ...exchangeDeedCalls,
  ...tokenCalls,
  ...runCalls,
  ...tokenCheckCalls,
  ...issuerCalls,
  ...scenarioCalls,
  ...settingsCalls,
  ...configCalls,
  ...historyCalls,
  ...resetCalls,
  ...findCalls,
  ...useCalls,
} satisfies Readonly<Record<string, Call>>

export type CallName = keyof typeof CALLS
/** What a call is handed in. */
export type Input<Name extends CallName> = z.output<(typeof CALLS)[Name]['input']>
export type Output<Name extends CallName> = z.output<(typeof CALLS)[Name]['output']>

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name)
}

/** What the screens may ask: the core's calls, and those that the shell answers. */
export const SCREEN_CALLS = { ...CALLS, ...shellCalls, ...desktopCalls } satisfies Readonly<Record<string, Call>>

export type ScreenCallName = keyof typeof SCREEN_CALLS
export type ScreenInput<Name extends ScreenCallName> = z.input<(typeof SCREEN_CALLS)[Name]['input']>
export type ScreenOutput<Name extends ScreenCallName> = z.output<(typeof SCREEN_CALLS)[Name]['output']>
export type ShellCallName = keyof typeof shellCalls
export type DesktopCallName = keyof typeof desktopCalls
