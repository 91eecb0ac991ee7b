import type { Arrival, Choice, Draft, JsonObject } from '#shared/flows/flow.ts'
import type { FlowRun, RunSummary } from '#shared/model/flow-run.ts'

import type { Recorder } from '../recorder/recorder.ts'
import type { Store } from '../store/store.ts'

/** Walks the walkthroughs against the running issuer, one step at a time. It knows none of them by name. */
export interface FlowEngine {
  create(flow: string, choice: Choice): Promise<FlowRun>
  get(id: string): FlowRun
  /** Newest first. */
  list(flow?: string): readonly RunSummary[]
  /** Takes the current step, or the one that failed once more. */
  next(id: string): Promise<FlowRun>
  /** Takes a step once more; those after it begin anew. */
  sendAgain(id: string, step: string): Promise<FlowRun>
  edit(id: string, step: string, draft: Draft): Promise<FlowRun>
  putBack(id: string, step: string): Promise<FlowRun>
  /** Up to a step, which is not taken, or to the end; with `answer` the issuer's pages are answered on the way. */
  runTo(id: string, step: string | undefined, answer: boolean): Promise<FlowRun>
  /** Answers the issuer's pages for the user that was picked. */
  answer(id: string): Promise<FlowRun>
  /** The address at which a browser came back, its fragment included. */
  arrive(id: string, url: string): Promise<FlowRun>
  /** What came to the playground's own redirect address; goes to the run that waits for it, if there is one. */
  takeArrival(arrival: Arrival): Promise<void>
  restart(id: string): Promise<FlowRun>
  cancel(id: string): Promise<FlowRun>
  remove(id: string): Promise<void>
  close(): Promise<void>
}

/** In milliseconds. */
export interface FlowLimits {
  /** How long a run waits for the browser to come back. */
  readonly visit: number
  /** How long a request may take. */
  readonly request: number
}

export const FLOW_LIMITS: FlowLimits = { visit: 10 * 60_000, request: 15_000 }

/** An origin as the world writes it, and where this process itself reaches it. */
export interface Reachable {
  readonly address: string
  readonly endpoint: string
}

export interface FlowParts {
  readonly store: Pick<
    Store,
    | 'settings'
    | 'issuerNow'
    | 'flowRuns'
    | 'clients'
    | 'apis'
    | 'users'
    | 'outsideIssuers'
    | 'outsideSecrets'
    | 'durable'
  >
  /** Left out: nothing is recorded, so that nobody can say which pages a person has answered. */
  readonly recorder: Pick<Recorder, 'subscribe' | 'get' | 'flush' | 'recordOut'> | undefined
  readonly issuer: Reachable
  readonly screens: Reachable
  /** What a client of a scenario signs with. */
  privateKeyOf(client_id: string): JsonObject | undefined
  /** The one-time password of this moment (RFC 6238). */
  oneTimePassword(secret: string): string
  /** Into the memory of the demo backend. */
  keepTokens(state: string, tokens: { readonly access_token: string }): void
  readonly onChanged: (id: string) => void
  readonly onProblem: (message: string) => void
  readonly limits?: Partial<FlowLimits> | undefined
}
