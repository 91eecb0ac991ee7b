import { useRef, useState } from 'react'

import type { ScreenCallName, ScreenInput } from '#shared/contract/calls/calls.ts'
import type { Draft } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

/** What can be done with a run. One thing after the other: what is sent is what was edited before. */
export interface Deeds {
  readonly isBusy: boolean
  /** The playground was asked to answer for the user, so that nobody does so in the pane. */
  readonly hasAnswered: boolean
  next(): Promise<FlowRun | undefined>
  answer(): Promise<FlowRun | undefined>
  runTo(step: string | undefined): Promise<FlowRun | undefined>
  sendAgain(step: string): Promise<FlowRun | undefined>
  edit(step: string, draft: Draft): Promise<FlowRun | undefined>
  putBack(step: string): Promise<FlowRun | undefined>
  arrive(url: string): Promise<FlowRun | undefined>
  restart(): Promise<FlowRun | undefined>
  cancel(): Promise<FlowRun | undefined>
}

type RunCall = Extract<ScreenCallName, `runs.${string}`>
type RunDeed = Exclude<RunCall, 'runs.list' | 'runs.create' | 'runs.get' | 'runs.remove'>

/** `load` asks for the run as it is then. */
export function useDeeds(id: string, load: () => Promise<void>): Deeds {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [pending, setPending] = useState(0)
  const [hasAnswered, setAnswered] = useState(false)

  async function attempt<Name extends RunDeed>(name: Name, input: ScreenInput<Name>): Promise<FlowRun | undefined> {
    try {
      const run: FlowRun = await bridge.call(name, input)
      await load()
      return run
    } catch (error) {
      show({ text: TEXT.foot.trouble(parseError(error).message), tone: 'bad' })
      await load()
      return undefined
    }
  }

  async function follow<Name extends RunDeed>(name: Name, input: ScreenInput<Name>): Promise<FlowRun | undefined> {
    setPending((count) => count + 1)
    const before = last.current
    const deed = before.then(() => attempt(name, input))
    last.current = deed
    try {
      return await deed
    } finally {
      setPending((count) => count - 1)
    }
  }

  /** Where it did not work, the person is asked after all. */
  async function answerAs(deed: () => Promise<FlowRun | undefined>): Promise<FlowRun | undefined> {
    setAnswered(true)
    const run = await deed()
    if (run === undefined) setAnswered(false)
    return run
  }

  /** It must get through while something else is under way. */
  async function interrupt(name: 'runs.cancel' | 'runs.restart'): Promise<FlowRun | undefined> {
    return await attempt(name, { id })
  }

  return {
    isBusy: pending > 0,
    hasAnswered,
    next: () => (setAnswered(false), follow('runs.next', { id })),
    answer: () => answerAs(() => follow('runs.answer', { id })),
    runTo: (step) => answerAs(() => follow('runs.runTo', { id, answer: true, ...(step !== undefined && { step }) })),
    sendAgain: (step) => (setAnswered(false), follow('runs.sendAgain', { id, step })),
    edit: (step, { method, url, headers, body }) =>
      follow('runs.edit', {
        id,
        step,
        draft: {
          method,
          url,
          headers: headers.map(([name, value]) => [name, value]),
          ...(body !== undefined && { body }),
        },
      }),
    putBack: (step) => follow('runs.putBack', { id, step }),
    arrive: (url) => follow('runs.arrive', { id, url }),
    restart: () => interrupt('runs.restart'),
    cancel: () => interrupt('runs.cancel'),
  }
}
