/** One thing at a time for each run, and a way to end it. */
import { conflict } from './failures.ts'

export interface Busy {
  /** Refuses when something is under way already. */
  run(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<void>
  isBusy(id: string): boolean
  /** Ends what is under way, and resolves when it has ended. */
  end(id: string): Promise<void>
  close(): Promise<void>
}

interface Work {
  readonly controller: AbortController
  readonly over: Promise<void>
}

export function createBusy(refusal: string): Busy {
  const works = new Map<string, Work>()

  async function end(id: string): Promise<void> {
    const work = works.get(id)
    work?.controller.abort()
    await work?.over
  }

  return {
    isBusy: (id) => works.has(id),
    async run(id, work) {
      if (works.has(id)) throw conflict(refusal)
      const controller = new AbortController()
      const { promise: over, resolve } = Promise.withResolvers<void>()
      works.set(id, { controller, over })
      try {
        await work(controller.signal)
      } finally {
        works.delete(id)
        resolve()
      }
    },
    end,
    async close() {
      await Promise.all([...works.keys()].map(end))
    },
  }
}
