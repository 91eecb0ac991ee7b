import { type Retention, RETENTION_DEFAULTS } from './exchange.ts'

/** All in seconds. */
export interface Lifetimes {
  readonly accessToken: number
  readonly idToken: number
  readonly refreshToken: number
  readonly authorizationCode: number
  readonly deviceCode: number
}

export const LIFETIME_DEFAULTS: Lifetimes = {
  accessToken: 3600,
  idToken: 3600,
  refreshToken: 1_209_600,
  authorizationCode: 60,
  deviceCode: 600,
}

export interface Settings {
  readonly lifetimes: Lifetimes
  /** Answers a client ID metadata document's https address from a local one. */
  readonly metadataDocuments: Readonly<Record<string, string>>
  /** Of recorded traffic. */
  readonly retention: Retention
}

export const SETTINGS_DEFAULTS: Settings = {
  lifetimes: LIFETIME_DEFAULTS,
  metadataDocuments: {},
  retention: RETENTION_DEFAULTS,
}
