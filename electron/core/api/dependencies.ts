import type { Config } from '#shared/contract/config.ts'

import type { FlowEngine, Reachable } from '../flows/flow-engine.ts'
import type { Issuer } from '../issuer/create-issuer.ts'
import type { Recorder } from '../recorder/recorder.ts'
import type { Store } from '../store/store.ts'

/** What the calls work on. */
export interface ApiDependencies {
  readonly store: Store
  readonly recorder: Recorder
  /** Where the program listens, and whether it records what comes. */
  readonly ports: { readonly issuer: Reachable; readonly screens: Reachable; readonly isRecording: boolean }
  readonly issuer: Pick<
    Issuer,
    'rotateKey' | 'validateClient' | 'isRevoked' | 'introspect' | 'discover' | 'preview' | 'makeSignInLink'
  >
  /** The walkthroughs; loaded by whoever asks for them. */
  readonly flows: { load(): Promise<FlowEngine> }
  /** The issuer identifier. */
  readonly address: string
  /** The port that the issuer listens on here. */
  readonly port: number
  /** For what is asked of issuers elsewhere; recorded, where the program records. */
  readonly fetch: typeof globalThis.fetch
  /** What the program was started with; a reset applies it again. */
  readonly config: Config | undefined
}
