import type { Frame, Page } from 'playwright'

import type { ScreenCallName, ScreenInput, ScreenOutput } from '#shared/contract/calls/calls.ts'

export const SHELL_NAMES = ['browser', 'desktop-stand-in', 'desktop'] as const
export type ShellName = (typeof SHELL_NAMES)[number]

export interface ScreensOptions {
  /** The address that is shown first. */
  readonly path?: string
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  /** As if the person had asked the system for less motion. */
  readonly reducedMotion?: boolean
  /** What `localStorage` holds from an earlier visit. */
  readonly remembered?: Readonly<Record<string, string>>
  /** Has windows, which what goes full screen needs; in a browser alone. */
  readonly hasWindows?: boolean
  /** Puts data where the program will find it; headless alone. */
  readonly prepare?: (folder: string) => Promise<void>
}

export interface Running {
  readonly issuer: string
  /** Base of the management API. */
  readonly api: string
  /** Of the management API. Empty on the desktop, whose screens need none. */
  readonly token: string
}

/** The screens as a person has them in front of them, in whichever shell the project runs. */
export interface Screens extends AsyncDisposable {
  readonly shell: ShellName
  /** Another one after `restart()` on the desktop. */
  readonly page: Page
  readonly program: Running
  /** Of the screens. */
  readonly origin: string
  /** Loads the address anew, as a person does who types it. */
  goto(path: string): Promise<void>
  /** Ends the program in an orderly way, starts it again on the same data and ports, and shows the address it was at. */
  restart(): Promise<void>
  /** What shows the issuer's pages beside the screens; waits until there is one. */
  userAgent(): Promise<Page | Frame>
  /** Asks the program past the screens: to prepare data, and to see what became of it. */
  call<Name extends ScreenCallName>(name: Name, input: ScreenInput<Name>): Promise<ScreenOutput<Name>>
  /** For a test that provokes a complaint of the browser on purpose. */
  expectComplaint(pattern: RegExp): void
  /** Fails if the browser has complained of anything else since the last time. */
  assertNoComplaints(): void
}
