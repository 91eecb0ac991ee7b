import type { FlowEngine, FlowParts } from './flows/flow-engine.ts'

export interface LazyFlows {
  load(): Promise<FlowEngine>
  /** What came to the playground's own redirect address; nothing is loaded for it while no walkthrough was begun. */
  readonly takeArrival: FlowEngine['takeArrival']
  /** Told of each change of a run. */
  onChanged(listener: (id: string) => void): () => void
  close(): Promise<void>
}

/** The walkthroughs and the libraries that they use are loaded with the first call for them. */
export function createLazyFlows(parts: Omit<FlowParts, 'onChanged'>): LazyFlows {
  const listeners = new Set<(id: string) => void>()
  let loaded: Promise<FlowEngine> | undefined

  function tell(id: string): void {
    for (const listener of listeners) listener(id)
  }

  async function create(): Promise<FlowEngine> {
    const { createFlows } = await import('./flows/create-flows.ts')
    return createFlows({ ...parts, onChanged: tell })
  }

  function load(): Promise<FlowEngine> {
    loaded ??= create().catch((error: unknown) => {
      // A file that was missing for a moment, as while a new version is installed, may be there for the next call.
      loaded = undefined
      throw error
    })
    return loaded
  }

  return {
    load,
    async takeArrival(arrival) {
      if (loaded || parts.store.flowRuns.count() > 0) await (await load()).takeArrival(arrival)
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async close() {
      const flows = await loaded?.catch(() => undefined)
      await flows?.close()
    },
  }
}
