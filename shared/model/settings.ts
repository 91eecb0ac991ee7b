import { type Retention, RETENTION_DEFAULTS } from './exchange.ts'
import { ALL_FEATURES, type Features } from './features.ts'
import { type Policies, POLICY_DEFAULTS } from './policies.ts'

/** All in seconds. */
export interface Lifetimes {
  readonly accessToken: number
  readonly idToken: number
  readonly refreshToken: number
  readonly authorizationCode: number
  readonly deviceCode: number
  readonly session: number
}

export const LIFETIME_DEFAULTS: Lifetimes = {
  accessToken: 3600,
  idToken: 3600,
  refreshToken: 1_209_600,
  authorizationCode: 60,
  deviceCode: 600,
  session: 1_209_600,
}

/** Of the issuer, which may be told that it is another time. */
export interface ClockSettings {
  /** Seconds that it goes ahead of true time; below zero: behind it. */
  readonly offset: number
}

/** Ten years, either way. */
export const CLOCK_LIMIT = 315_360_000

export interface Settings {
  readonly lifetimes: Lifetimes
  readonly policies: Policies
  readonly features: Features
  readonly clock: ClockSettings
  /** Answers a client ID metadata document's https address from a local one. */
  readonly metadataDocuments: Readonly<Record<string, string>>
  /** Of recorded traffic. */
  readonly retention: Retention
}

export const SETTINGS_DEFAULTS: Settings = {
  lifetimes: LIFETIME_DEFAULTS,
  policies: POLICY_DEFAULTS,
  features: ALL_FEATURES,
  clock: { offset: 0 },
  metadataDocuments: {},
  retention: RETENTION_DEFAULTS,
}
