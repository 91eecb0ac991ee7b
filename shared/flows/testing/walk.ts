import type { ClientMetadata } from '../../model/client.ts'
import { hasFailed } from '../checks.ts'
import type { Answer, Arrival, Choice, Context, Draft, Flow, Known, Outcome, Step } from '../flow.ts'
import { buildSteps } from '../flows.ts'
import { createFakeTools } from './fake-tools.ts'
import { API, CALLBACK, CONFIDENTIAL, METADATA, PRIVATE_KEY, PUBLIC } from './fake-issuer.ts'
import { createWorld, type World } from './fake-world.ts'

export interface Walked {
  readonly step: Step
  readonly draft?: Draft | undefined
  readonly answer?: Answer | undefined
  readonly arrival?: Arrival | undefined
  readonly outcome?: Outcome | undefined
}

export interface Walk {
  readonly steps: readonly Walked[]
  readonly known: Known
  /** The step that the walk ended at before its time. */
  readonly stopped?: string | undefined
}

export interface Walking {
  readonly client?: ClientMetadata
  readonly world?: World
  readonly context?: Partial<Context>
}

const MOST_TRIES = 5

/** Takes every step of a flow, one after the other, in a world that is not there. */
export async function walk(
  flow: Flow,
  choice: Choice,
  { client = CONFIDENTIAL, world = createWorld(), context }: Walking = {},
): Promise<Walk> {
  const base: Context = {
    choice,
    issuer: METADATA,
    client,
    second: PUBLIC,
    privateKey: PRIVATE_KEY,
    api: choice.api === undefined ? undefined : API,
    redirect_uri: CALLBACK,
    known: {},
    tools: createFakeTools(),
    ...context,
  }
  const walked: Walked[] = []
  let known: Known = base.known
  let visit: Draft | undefined
  for (const step of buildSteps(flow, choice)) {
    for (let tries = 1; ; tries += 1) {
      const now = { ...base, known }
      const draft = 'build' in step ? await step.build(now) : undefined
      if (step.kind === 'browser') visit = draft
      const { outcome, ...came } = await take(step, now, world, draft ?? visit)
      if (outcome !== undefined) known = { ...known, ...stamp(outcome, step.id) }
      if (outcome?.again !== undefined && tries < MOST_TRIES) continue
      walked.push({ step, draft, outcome, ...came })
      if (outcome !== undefined && isEnd(outcome)) {
        return { steps: walked, known, stopped: step.id }
      }
      break
    }
  }
  return { steps: walked, known }
}

function isEnd({ error, again, checks }: Outcome): boolean {
  return error !== undefined || again !== undefined || hasFailed(checks)
}

async function take(
  step: Step,
  context: Context,
  world: World,
  draft: Draft | undefined,
): Promise<Pick<Walked, 'answer' | 'arrival' | 'outcome'>> {
  if (step.kind === 'local') return { outcome: await step.run(context) }
  if (draft === undefined) return {}
  if (step.kind === 'call') {
    const answer = world.answer(context, step, draft)
    return { answer, outcome: await step.process(context, answer, draft) }
  }
  if (step.kind !== 'arrival') return {}
  const arrival = world.arrive(context, draft)
  return { arrival, outcome: await step.process(context, arrival) }
}

function stamp({ learned }: Outcome, from: string): Known {
  return Object.fromEntries(Object.entries(learned).map(([name, value]) => [name, { ...value, from }]))
}

export function draftOf({ steps }: Walk, id: string): Draft {
  const draft = steps.find(({ step }) => step.id === id)?.draft
  if (draft === undefined) throw new Error(`the walk sent nothing in ${id}`)
  return draft
}

/** One check of one step. */
export function checkOf({ steps }: Walk, step: string, id: string) {
  return steps.find((walked) => walked.step.id === step)?.outcome?.checks.find((check) => check.id === id)
}
