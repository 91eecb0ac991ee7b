import { useMemo } from 'react'

import type { Lesson } from '#shared/lessons/lesson.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import { useQuery } from '../../common/use-address.ts'
import type { Deeds } from './use-deeds.ts'
import { go, sticky } from './use-walk.ts'
import { DETAILS, firstDetail, type Walk } from './walk.ts'

/** A lesson as the parts of a run's screen look at one; undefined for one without steps. */
export function useRecordedWalk(lesson: Lesson): Walk | undefined {
  const query = useQuery()
  const run = useMemo(() => toRun(lesson), [lesson])
  const steps = useMemo(() => lesson.steps.map(({ shown }) => shown), [lesson])
  const asked = steps.findIndex(({ id }) => id === query.get('step'))
  const index = Math.max(asked, 0)
  const [step, stepRun] = [steps[index], run.steps[index]]
  if (step === undefined || stepRun === undefined) return undefined
  const tab = DETAILS.find((one) => one === query.get('tab'))
  return {
    flow: lesson.flow,
    steps,
    run,
    parties: lesson.names,
    index,
    step,
    stepRun,
    isLive: false,
    detail: tab ?? firstDetail(step, stepRun),
    deeds: NO_DEEDS,
    recording: lesson,
    hold: () => undefined,
    select: (next = run.position, detail) =>
      go({ step: steps[Math.min(next, steps.length - 1)]?.id, tab: detail ?? sticky(tab) }),
    show: (detail) => go({ tab: detail }),
  }
}

/** Its exchanges were recorded elsewhere; here their numbers are those of others. */
function toRun({ flow, choice, run, steps, known }: Lesson): FlowRun {
  return {
    ...run,
    id: 'lesson',
    flow: flow.id,
    choice,
    known,
    steps: steps.map((step) => ({ ...step.run, exchanges: [] })),
  }
}

async function nothing(): Promise<undefined> {
  return undefined
}

/** A recording is looked at, and nothing is done with it. */
const NO_DEEDS: Deeds = {
  isBusy: false,
  hasAnswered: false,
  next: nothing,
  answer: nothing,
  runTo: nothing,
  sendAgain: nothing,
  edit: nothing,
  putBack: nothing,
  arrive: nothing,
  restart: nothing,
  cancel: nothing,
}
