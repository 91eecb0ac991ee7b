import type { Actor } from '../flows/flow.ts'

export const MESSAGE_STATES = ['done', 'current', 'coming', 'skipped', 'failed'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** One who takes part. Two applications may, so a lane has an id of its own. */
export interface Lane {
  readonly id: string
  readonly actor: Actor
  readonly name: string
}

export interface Message {
  readonly id: string
  /** Ids of lanes; the same twice for what somebody does alone. */
  readonly from: string
  readonly to: string
  readonly label: string
  readonly state: MessageState
  /** The answer to the message before it. */
  readonly isAnswer?: boolean | undefined
}

export interface Sequence {
  readonly lanes: readonly Lane[]
  readonly messages: readonly Message[]
}

const STATE_WORDS: Readonly<Record<MessageState, string>> = {
  done: 'done',
  current: 'this step',
  coming: 'still to come',
  skipped: 'left out',
  failed: 'failed',
}

/** "Browser to Issuer: GET /authorize, done". */
export function describeMessage({ lanes }: Sequence, { from, to, label, state }: Message): string {
  const name = (id: string) => lanes.find((lane) => lane.id === id)?.name ?? id
  const who = from === to ? name(from) : `${name(from)} to ${name(to)}`
  return `${who}: ${label}, ${STATE_WORDS[state]}`
}
