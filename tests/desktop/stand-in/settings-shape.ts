import type { Display } from './electron/screen.ts'

/** The machine that the program believes to be on, handed over in the environment. */
export interface StandInSettings {
  /** Where the Chromium listens that shows the pages. */
  readonly chromium: string
  readonly displays?: readonly Display[]
  readonly prefersDark?: boolean
  readonly prefersReducedMotion?: boolean
  /** False: a desktop of Linux that has none, where Electron encrypts with a password that everybody knows. */
  readonly keychain?: boolean
}

export const VARIABLE = 'VALETKEY_STAND_IN'
