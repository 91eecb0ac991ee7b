/** Lessons for tests: walks of a world that is not there. */
import { hasFailed } from '../../flows/checks.ts'
import { defaultChoice } from '../../flows/choice.ts'
import type { Choice, Flow } from '../../flows/flow.ts'
import { buildSteps, findFlow } from '../../flows/flows.ts'
import { API, CALLBACK, CONFIDENTIAL, PUBLIC, SIGNING } from '../../flows/testing/fake-issuer.ts'
import type { World } from '../../flows/testing/fake-world.ts'
import { type Walked, walk } from '../../flows/testing/walk.ts'
import type { ClientMetadata } from '../../model/client.ts'
import type { FlowRun, StepRun } from '../../model/flow-run.ts'
import { ACTOR_NAMES } from '../../flows/name-parties.ts'
import { buildLesson } from '../build-lesson.ts'
import type { Lesson } from '../lesson.ts'

interface Given {
  readonly choice?: Partial<Choice>
  readonly client?: ClientMetadata
  readonly world?: World
}

export const WALKED_AT = Date.UTC(2026, 10, 29, 8, 40)

export async function givenLesson(id: string, given: Given = {}): Promise<Lesson> {
  const flow = findFlow(id)
  if (flow === undefined) throw new Error(`there is no walkthrough ${id}`)
  const own = defaultChoice(flow)
  const client =
    given.client ??
    [PUBLIC, CONFIDENTIAL, SIGNING].find((one) => flow.checkClient(one, own.variant) === undefined) ??
    CONFIDENTIAL
  const choice: Choice = { ...own, client_id: client.client_id, api: API.identifier, scope: ['read'], ...given.choice }
  const { steps, known, stopped } = await walk(flow, choice, { client, ...(given.world && { world: given.world }) })
  return buildLesson({
    flow,
    steps: buildSteps(flow, choice),
    run: toRun(flow, choice, steps, known, stopped),
    names: { ...ACTOR_NAMES, user: 'Alice', client: 'MyTodos.io' },
    exchanges: [],
    clients: [client],
    now: WALKED_AT + 60_000,
  })
}

function toRun(
  flow: Flow,
  choice: Choice,
  walked: readonly Walked[],
  known: FlowRun['known'],
  stopped: string | undefined,
): FlowRun {
  const steps = buildSteps(flow, choice).map(({ id }): StepRun => {
    const taken = walked.find(({ step }) => step.id === id)
    if (taken === undefined) return { id, state: 'coming', checks: [], learned: [], exchanges: [] }
    const { draft, outcome, step } = taken
    return {
      id,
      state: id === stopped ? 'failed' : 'done',
      draft,
      answer: step.kind === 'call' ? taken.answer : undefined,
      arrival: taken.arrival,
      checks: outcome?.checks ?? [],
      learned: Object.keys(outcome?.learned ?? {}),
      error: outcome?.error,
      startedAt: WALKED_AT,
      duration: 12,
      exchanges: [],
    }
  })
  const hasStopped = stopped !== undefined || walked.some(({ outcome }) => outcome && hasFailed(outcome.checks))
  return {
    id: '1',
    flow: flow.id,
    choice,
    state: hasStopped ? 'stopped' : 'done',
    createdAt: WALKED_AT,
    position: stopped === undefined ? steps.length : steps.findIndex(({ id }) => id === stopped),
    steps,
    known,
    redirect_uri: CALLBACK,
  }
}
