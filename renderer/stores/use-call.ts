import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand/react'

import type { ScreenCallName, ScreenInput, ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { Changeable } from '#shared/contract/events.ts'

import { createResource, type ResourceState } from './create-resource.ts'
import { useBridge } from './use-stores.tsx'

/** What only one screen asks for: fetched while it is shown, and again when something of these kinds changed. */
export function useCall<Name extends ScreenCallName>(
  name: Name,
  input: ScreenInput<Name>,
  kinds: readonly Changeable[] = [],
): ResourceState<ScreenOutput<Name>> {
  const bridge = useBridge()
  // Inputs and kinds are written where they are used, and are new objects each time.
  const key = JSON.stringify([input, kinds])
  const resource = useMemo(
    () => createResource({ bridge, kinds, fetch: () => bridge.call(name, input) }),
    // oxlint-disable-next-line react/exhaustive-deps
    [bridge, name, key],
  )
  useEffect(() => {
    resource.ensure()
    return resource.close
  }, [resource])
  return useStore(resource, keep)
}

function keep<State>(state: State): State {
  return state
}
