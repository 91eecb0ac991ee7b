import type { ShellView } from '#shared/contract/calls/shell.ts'
import type { SigningAlg, SigningKey } from '#shared/model/key.ts'

import type { CoreApi } from './api/create-api.ts'
import type { FlowLimits } from './flows/flow-engine.ts'
import type { Follow } from './follow.ts'
import type { KeyPair } from './issuer/signing/keys.ts'
import type { Recorder } from './recorder/recorder.ts'
import type { RestAccess } from './rest-access.ts'
import type { ScreensFactory } from './screens.ts'
import type { SecretBox } from './store/store.ts'

export interface CoreOptions {
  /** Left out: everything stays in memory. */
  readonly dataDirectory?: string | undefined
  readonly port: number
  readonly uiPort: number
  /** The issuer's public address, when something stands in front of it. */
  readonly issuer?: string | undefined
  readonly permissive?: boolean | undefined
  /** What the second port serves beside the management API. False: nothing. Left out: a page that says where they are. */
  readonly screens?: ScreensFactory | false | undefined
  /** The path of a config file, or its content. */
  readonly config?: string | object | undefined
  readonly setAside?: boolean | undefined
  /** Left out or true: every exchange is recorded. */
  readonly recording?: boolean | undefined
  /** What the system seals secrets with. Left out: those of clients at other issuers are kept until the program ends. */
  readonly secretBox?: SecretBox | undefined
  /** How long walkthroughs wait, in milliseconds. */
  readonly walkthroughs?: Partial<FlowLimits> | undefined
  /** An RSA key that the shell began to make while the program was loading; used when the store has none. */
  readonly rsaKey?: Promise<KeyPair> | undefined
  /** Told, in words for a person, of what went wrong while nobody was asking. */
  readonly onProblem?: ((message: string) => void) | undefined
}

export type RunningProgram = Extract<ShellView['program'], { state: 'running' }>

export interface Core {
  readonly issuer: string
  readonly discovery: string
  readonly ui: string
  readonly api: string
  /** Opens the screens and the management API; made anew at each start. */
  readonly token: string
  readonly restAccess: RestAccess
  readonly dataDirectory: string | undefined
  /** As `shell.get` shows it. */
  readonly program: RunningProgram
  readonly recorder: Recorder
  /** What the management API and the screens call. */
  readonly call: CoreApi['call']
  /** Puts into the log what happens from now on, until what it gives back is called. */
  readonly follow: Follow
  rotateKey(alg: SigningAlg): Promise<SigningKey>
  close(): Promise<void>
}
