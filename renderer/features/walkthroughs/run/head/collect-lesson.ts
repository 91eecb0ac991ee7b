import { ValetKeyError } from '#shared/errors.ts'
import { buildSteps, findFlow } from '#shared/flows/flows.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { Lesson } from '#shared/lessons/lesson.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { Parties } from '../../use-parties.ts'

/** The run with all that was recorded of it. What builds it brings the dictionary along, and is fetched for it. */
export async function collectLesson(
  bridge: Bridge,
  run: FlowRun,
  names: Parties,
  clients: readonly object[],
): Promise<Lesson> {
  const flow = findFlow(run.flow)
  if (flow === undefined) throw new Error(`there is no walkthrough ${run.flow}`)
  const [{ buildLesson }, exchanges] = await Promise.all([
    import('#shared/lessons/build-lesson.ts'),
    readExchanges(bridge, run),
  ])
  return buildLesson({ flow, steps: buildSteps(flow, run.choice), run, names, exchanges, clients, now: Date.now() })
}

/** What the retention has removed meanwhile is left out; what cannot be asked for now is a failure. */
async function readExchanges(bridge: Bridge, run: FlowRun): Promise<readonly Exchange[]> {
  const ids = [...new Set(run.steps.flatMap(({ exchanges }) => exchanges))]
  const found = await Promise.allSettled(ids.map((id) => bridge.call('exchanges.get', { id })))
  const lost = found.find((result) => result.status === 'rejected' && !isGone(result.reason))
  if (lost?.status === 'rejected') throw lost.reason
  return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value.value] : []))
}

function isGone(error: unknown): boolean {
  return error instanceof ValetKeyError && error.code === 'not_found'
}
