import type { SigningAlg, SigningKey } from '#shared/model/key.ts'

import type { KeyPair } from './issuer/signing/keys.ts'
import type { Recorder } from './recorder/recorder.ts'

export interface CoreOptions {
  /** Left out: everything stays in memory. */
  readonly dataDirectory?: string | undefined
  readonly port: number
  readonly uiPort: number
  /** The issuer's public address, when something stands in front of it. */
  readonly issuer?: string | undefined
  readonly permissive?: boolean | undefined
  /** Left out or true: the second port serves the screens beside the management API. */
  readonly screens?: boolean | undefined
  /** The path of a config file, or its content. */
  readonly config?: string | object | undefined
  readonly setAside?: boolean | undefined
  /** Left out or true: every exchange is recorded. */
  readonly recording?: boolean | undefined
  /** An RSA key that the shell began to make while the program was loading; used when the store has none. */
  readonly rsaKey?: Promise<KeyPair> | undefined
  /** Told, in words for a person, of what went wrong while nobody was asking. */
  readonly onProblem?: ((message: string) => void) | undefined
}

export interface Core {
  readonly issuer: string
  readonly discovery: string
  readonly ui: string
  readonly api: string
  /** Opens the screens and the management API; made anew at each start. */
  readonly token: string
  readonly dataDirectory: string | undefined
  readonly recorder: Recorder
  rotateKey(alg: SigningAlg): Promise<SigningKey>
  close(): Promise<void>
}
