/** The exchanges of one sign-in as the messages that travelled. */
import type { ExchangeSummary, Handover } from '#shared/model/exchange.ts'

import { ACTORS, type Actor } from '../../../../components/actor.ts'
import type { Message, Sequence } from '#shared/sequence/sequence.ts'
import { partiesOf } from '../../../common/exchange-parties.ts'
import { pathOf } from '../../../common/read-address.ts'
import type { RunningProgram } from '../../../common/use-program.ts'

const PART = ' '
const LONGEST_PATH = 34

interface Surroundings {
  readonly names: Readonly<Record<Actor, string>>
  readonly program: Pick<RunningProgram, 'issuer' | 'ports'> | undefined
  /** What answers handed to the application, as far as they were read whole. */
  readonly handovers: ReadonlyMap<number, Handover>
}

export function buildDiagram(exchanges: readonly ExchangeSummary[], surroundings: Surroundings): Sequence {
  const messages = exchanges.flatMap((exchange, index) => messagesOf(exchange, exchanges[index + 1], surroundings))
  const taking = new Set(messages.flatMap(({ from, to }) => [from, to]))
  const { names } = surroundings
  const lanes = ACTORS.filter((actor) => taking.has(actor)).map((actor) => ({ id: actor, actor, name: names[actor] }))
  return { lanes, messages }
}

/** The exchange that a message belongs to. */
export function exchangeOfMessage(id: string): number {
  return Number(id.split(PART, 1)[0])
}

export function requestMessage(id: number): string {
  return String(id)
}

function messagesOf(
  exchange: ExchangeSummary,
  next: ExchangeSummary | undefined,
  { program, handovers }: Surroundings,
): readonly Message[] {
  const { id, method, url, status } = exchange
  const { from, to } = partiesOf(exchange, program)
  const handover = handovers.get(id)
  const isBad = exchange.error !== undefined || status === undefined || status >= 400
  const request: Message = {
    id: requestMessage(id),
    from,
    to,
    label: `${method} ${shorten(pathOf(url))}`,
    state: 'done',
  }
  const answer: Message = {
    id: `${id}${PART}answer`,
    from: to,
    to: from,
    label: sayAnswer(exchange, handover),
    state: isBad ? 'failed' : 'done',
    isAnswer: true,
  }
  // The playground's own redirect address is recorded as an exchange like any other.
  const isRecorded = next?.endpoint === 'callback'
  if (handover === undefined || from !== 'browser' || isRecorded) return [request, answer]
  return [request, answer, arriveAt(id, handover)]
}

/** It went to the application, which is served elsewhere: only the redirect says so. */
function arriveAt(id: number, { url, via, parameters }: Handover): Message {
  const names = ['code', 'access_token', 'id_token', 'response', 'error'].filter(
    (name) => parameters[name] !== undefined,
  )
  const method = via === 'form_post' ? 'POST' : 'GET'
  const mark = via === 'fragment' ? '#' : via === 'query' ? '?' : ' '
  return {
    id: `${id}${PART}handover`,
    from: 'browser',
    to: 'client',
    label: `${method} ${shorten(pathOf(url))}${names.length === 0 ? '' : mark + names.join(', ')}`,
    state: parameters['error'] === undefined ? 'done' : 'failed',
  }
}

function sayAnswer({ status, error }: ExchangeSummary, handover: Handover | undefined): string {
  if (status === undefined) return 'cut off'
  if (error !== undefined) return `${status} ${error.code}`
  if (handover?.via === 'form_post') return `${status} page that posts itself`
  return status >= 300 && status < 400 ? `${status} redirect` : String(status)
}

/** What the issuer makes up says nothing, but for telling one from another. */
function shortenParts(path: string): string {
  return path.replaceAll(/(?<=\/)([\w-]{4})(?=[\w-]*[\dA-Z])[\w-]{16,}/g, '$1…')
}

function shorten(address: string): string {
  const path = shortenParts(address)
  return path.length <= LONGEST_PATH ? path : `${path.slice(0, LONGEST_PATH - 1)}…`
}
