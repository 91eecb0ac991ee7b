import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { FlowRun, RunSummary } from '#shared/model/flow-run.ts'

import { createList, type ListStore } from './create-list.ts'
import { createResource, type Resource } from './create-resource.ts'

/** Every walkthrough that is under way, or was. */
export function createRunList(bridge: Bridge): ListStore<RunSummary> {
  return createList({
    bridge,
    listen: (again) => bridge.listen('run.changed', again),
    fetch: () => bridge.call('runs.list', {}),
  })
}

/** One of them, as it goes on. */
export function createRun(bridge: Bridge, id: string): Resource<FlowRun> {
  return createResource({
    bridge,
    listen: (again) => bridge.listen('run.changed', (changed) => changed.id === id && again()),
    fetch: () => bridge.call('runs.get', { id }),
  })
}
