import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand/react'

import type { FlowRun } from '#shared/model/flow-run.ts'

import type { ResourceState } from './create-resource.ts'
import { createRun } from './create-runs.ts'
import { useBridge } from './use-stores.tsx'

/** A run, for as long as somebody looks at it. */
export function useRun(id: string): ResourceState<FlowRun> {
  const bridge = useBridge()
  const run = useMemo(() => createRun(bridge, id), [bridge, id])
  useEffect(() => {
    run.ensure()
    return run.close
  }, [run])
  return useStore(run, keep)
}

function keep<State>(state: State): State {
  return state
}
