/** The steps of a walkthrough as the messages that travel. */
import type { Actor, Flow, ShownStep } from '#shared/flows/flow.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import type { Message, MessageState, Sequence } from './sequence.ts'

export type Names = Readonly<Record<Actor, string>>

const PART = ' '

export function buildSequence(
  flow: Pick<Flow, 'lanes'>,
  steps: readonly ShownStep[],
  names: Names,
  runs: readonly StepRun[] = [],
): Sequence {
  const comesBack = steps.some(({ kind }) => kind === 'arrival')
  const taking = new Set(steps.flatMap(({ from, to }) => [from, to]))
  return {
    lanes: flow.lanes.filter((actor) => taking.has(actor)).map((actor) => ({ id: actor, actor, name: names[actor] })),
    messages: steps.flatMap((step) =>
      messagesOf(
        step,
        runs.find(({ id }) => id === step.id),
        comesBack,
      ),
    ),
  }
}

/** The step that a message belongs to. */
export function stepOfMessage(id: string): string {
  return id.split(PART, 1)[0] ?? id
}

/** Which of its messages a step is at: what was sent, or what came back. */
export function messageOfStep({ id, kind }: ShownStep, run: StepRun, half: 'request' | 'response'): string {
  return kind === 'call' && half === 'response' && hasAnswer(run) ? `${id}${PART}answer` : id
}

export function isAnswerOf(id: string): boolean {
  return id.endsWith(`${PART}answer`)
}

function messagesOf(step: ShownStep, run: StepRun | undefined, comesBack: boolean): readonly Message[] {
  const { id, from, to, arrow } = step
  const state: MessageState = run?.state ?? 'coming'
  const own: Message = { id, from, to, label: arrow, state }
  switch (step.kind) {
    case 'local':
    case 'person':
      return [own]
    case 'call':
      return [{ ...own, state: hasAnswer(run) ? 'done' : state }, answerTo(own, step.answerArrow ?? '', run)]
    case 'browser':
      return from === 'browser' && comesBack ? [sendThere(own), own] : [own]
    case 'arrival':
      return [sendBack(own, run), own]
  }
}

/** That a browser goes somewhere is its answer to somebody else. */
function sendThere({ id, state }: Message): Message {
  return { id: id + PART + 'redirect', from: 'client', to: 'browser', label: 'redirect', state, isAnswer: true }
}

function sendBack({ id, state, label }: Message, run: StepRun | undefined): Message {
  const isPosted = label.startsWith('POST')
  return {
    id: id + PART + 'redirect',
    from: 'issuer',
    to: 'browser',
    label: isPosted ? 'page that posts itself' : 'redirect',
    state: run?.arrival === undefined ? (state === 'current' || state === 'failed' ? 'coming' : state) : 'done',
    isAnswer: true,
  }
}

function answerTo({ id, from, to, state }: Message, good: string, run: StepRun | undefined): Message {
  const answered = hasAnswer(run)
  return {
    id: id + PART + 'answer',
    from: to,
    to: from,
    label: state === 'failed' && answered ? refusal(run) : good,
    state: answered || state === 'skipped' ? state : 'coming',
    isAnswer: true,
  }
}

function hasAnswer(run: StepRun | undefined): boolean {
  return run?.answer !== undefined
}

function refusal(run: StepRun | undefined): string {
  return [run?.answer?.status, run?.error?.code].filter((part) => part !== undefined).join(' ')
}
