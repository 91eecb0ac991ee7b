import type { FlowRun } from '#shared/model/flow-run.ts'

import type { FlowEngine } from '../flows/flow-engine.ts'
import type { ApiDependencies } from './dependencies.ts'
import type { Handlers } from './handlers.ts'

export function runHandlers({ flows, store }: ApiDependencies): Handlers<'runs'> {
  /** A run is answered for when it would survive the end of the program. */
  async function ask<Result>(question: (engine: FlowEngine) => Promise<Result> | Result): Promise<Result> {
    const failedBefore = store.failedCommits
    const result = await question(await flows.load())
    await store.durable(failedBefore)
    return result
  }

  return {
    'runs.list': ({ flow }) => ask((engine) => ({ items: [...engine.list(flow)] })),
    'runs.create': ({ flow, choice }) => ask((engine) => engine.create(flow, choice)),
    'runs.get': ({ id }) => ask((engine): FlowRun => engine.get(id)),
    'runs.next': ({ id }) => ask((engine) => engine.next(id)),
    'runs.sendAgain': ({ id, step }) => ask((engine) => engine.sendAgain(id, step)),
    'runs.edit': ({ id, step, draft }) => ask((engine) => engine.edit(id, step, draft)),
    'runs.putBack': ({ id, step }) => ask((engine) => engine.putBack(id, step)),
    'runs.runTo': ({ id, step, answer = false }) => ask((engine) => engine.runTo(id, step, answer)),
    'runs.answer': ({ id }) => ask((engine) => engine.answer(id)),
    'runs.arrive': ({ id, url }) => ask((engine) => engine.arrive(id, url)),
    'runs.restart': ({ id }) => ask((engine) => engine.restart(id)),
    'runs.cancel': ({ id }) => ask((engine) => engine.cancel(id)),
    'runs.remove': ({ id }) =>
      ask(async (engine) => {
        await engine.remove(id)
        return {}
      }),
  }
}
