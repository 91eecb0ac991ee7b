import type { Flow, Step } from '#shared/flows/flow.ts'
import { buildSteps, findFlow } from '#shared/flows/flows.ts'
import type { FlowRun, RunSummary } from '#shared/model/flow-run.ts'

import type { KeptRun } from '../store/store.ts'
import { notFound } from './failures.ts'
import type { FlowParts } from './flow-engine.ts'

/** Older ones make room. */
const MOST_RUNS = 200

export interface Runs {
  /** Throws when it is gone. */
  get(id: string): KeptRun
  find(id: string): KeptRun | undefined
  list(): readonly RunSummary[]
  add(kept: KeptRun): void
  /** Reads, changes and keeps in one turn; a run that was removed meanwhile stays so. */
  change(id: string, change: (kept: KeptRun) => KeptRun): void
  remove(id: string): boolean
}

export interface RunsOptions extends Pick<FlowParts, 'store'> {
  /** Told of each state that is kept; without one, the run was removed. */
  readonly onChanged: (id: string, kept: KeptRun | undefined) => void
}

export function createRuns({ store, onChanged }: RunsOptions): Runs {
  const { flowRuns } = store

  function makeRoom(): void {
    if (flowRuns.count() <= MOST_RUNS) return
    for (const { id } of flowRuns.list().slice(MOST_RUNS)) flowRuns.remove(id)
  }

  return {
    get(id) {
      const kept = flowRuns.get(id)
      if (kept) return kept
      throw notFound('run', id, 'It may have been removed; list the runs to see which there are.')
    },
    find: flowRuns.get,
    list: flowRuns.list,
    add(kept) {
      flowRuns.put(kept)
      makeRoom()
      onChanged(kept.run.id, kept)
    },
    change(id, change) {
      const before = flowRuns.get(id)
      const after = before && change(before)
      if (!after || after === before) return
      flowRuns.put(after)
      onChanged(id, after)
    },
    remove(id) {
      const removed = flowRuns.remove(id)
      if (removed) onChanged(id, undefined)
      return removed
    },
  }
}

export function flowOf({ flow }: Pick<FlowRun, 'flow'>): Flow {
  const found = findFlow(flow)
  if (found) return found
  throw notFound('walkthrough', flow, 'The run is of another version of Valet Key, and can only be removed.')
}

export function stepsOf({ run }: { readonly run: Pick<FlowRun, 'flow' | 'choice'> }): readonly Step[] {
  return buildSteps(flowOf(run), run.choice)
}
