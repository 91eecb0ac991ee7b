import { useEffect, useMemo, useRef, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { buildSteps } from '#shared/flows/flows.ts'
import type { Flow } from '#shared/flows/flow.ts'
import type { FlowRun, StepRun } from '#shared/model/flow-run.ts'

import { useQuery } from '../../common/use-address.ts'
import { useParties } from '../use-parties.ts'
import { useDeeds } from './use-deeds.ts'
import { type Detail, DETAILS, firstDetail, liveIndex, type Walk } from './walk.ts'

/** Undefined when the run's steps are not those of the walkthrough: it is of another version of the program. */
export function useWalk(flow: Flow, run: FlowRun, load: () => Promise<void>): Walk | undefined {
  const query = useQuery()
  const parties = useParties(run.choice)
  const deeds = useDeeds(run.id, load)
  const choice = JSON.stringify(run.choice)
  // The choice of a run stays what it is; the object is another one after each step.
  // oxlint-disable-next-line react/exhaustive-deps
  const steps = useMemo(() => buildSteps(flow, run.choice), [flow, choice])
  const arrival = useArrival(run, steps)
  const [held, setHeld] = useState<number>()

  const asked = steps.findIndex(({ id }) => id === query.get('step'))
  const index = held ?? (asked === -1 ? (arrival.index ?? liveIndex(run)) : asked)
  const [step, stepRun] = [steps[index], run.steps[index]]
  const fits = steps.length === run.steps.length && steps.every(({ id }, at) => run.steps[at]?.id === id)
  if (!fits || step === undefined || stepRun === undefined) return undefined
  const tab = DETAILS.find((one) => one === query.get('tab'))
  return {
    flow,
    steps,
    run,
    parties,
    index,
    step,
    stepRun,
    isLive: index === run.position,
    detail: tab ?? firstDetail(step, stepRun),
    deeds,
    hold: () => setHeld(index),
    select(next, detail) {
      setHeld(undefined)
      arrival.forget()
      go({ step: next === undefined ? undefined : steps[next]?.id, tab: detail ?? sticky(tab) })
    },
    show: (detail) => go({ step: query.get('step') ?? undefined, tab: detail }),
  }
}

/** Who reads the explanations goes on reading them; request and response are chosen anew for each step. */
export function sticky(tab: Detail | undefined): Detail | undefined {
  return tab === 'explain' || tab === 'tokens' || tab === 'code' ? tab : undefined
}

/** Steps are what one goes back by in the run itself, not in the history. */
export function go(parameters: Readonly<Record<string, string | undefined>>): void {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  navigate(location.pathname + (text === '' ? '' : `?${text}`), { replace: true, state: history.state })
}

/** The browser comes back while one looks on: what it has brought is looked at, until the walk goes on. */
function useArrival(run: FlowRun, steps: Walk['steps']) {
  const before = useRef<FlowRun>(run)
  const [seen, setSeen] = useState<{ readonly index: number; readonly position: number }>()
  useEffect(() => {
    const was = before.current
    before.current = run
    if (was.state !== 'waiting' || run.state === 'waiting') return
    const index = run.steps.findIndex((step, at) => steps[at]?.kind === 'arrival' && hasArrived(step, was.steps[at]))
    if (index !== -1 && index < run.position) setSeen({ index, position: run.position })
  }, [run, steps])
  const isSeen = seen?.position === run.position && run.state === 'ready'
  return { index: isSeen ? seen.index : undefined, forget: () => setSeen(undefined) }
}

function hasArrived(now: StepRun, before: StepRun | undefined): boolean {
  return now.arrival !== undefined && before?.arrival === undefined
}
