/** The same steps, taken by another client than the one that the walk is about. */
import type { ClientMetadata } from '../model/client.ts'
import { nameOf } from './authenticate.ts'
import type { Arrival, Context, Step } from './flow.ts'

export interface OtherClient {
  /** Put before the ids, since each is unique within a flow. */
  readonly prefix: string
  /** Put behind the titles. */
  readonly suffix: string
  pick(context: Context): ClientMetadata
}

export function asClient(steps: readonly Step[], { prefix, suffix, pick }: OtherClient): readonly Step[] {
  const change = (context: Context): Context => ({ ...context, client: pick(context) })
  return steps.map((step) =>
    withContext({ ...step, id: `${prefix}${step.id}`, title: `${step.title}${suffix}` }, change),
  )
}

/** The other application of the choice. */
export function secondOf({ second, client }: Context): ClientMetadata {
  if (second !== undefined) return second
  throw new Error(`Two applications take part, and only ${nameOf(client)} is there.`)
}

function withContext(step: Step, change: (context: Context) => Context): Step {
  switch (step.kind) {
    case 'local':
      return { ...step, run: (context) => step.run(change(context)) }
    case 'call':
      return {
        ...step,
        build: (context) => step.build(change(context)),
        process: (context, answer, sent) => step.process(change(context), answer, sent),
      }
    case 'browser':
      return { ...step, build: (context) => step.build(change(context)) }
    case 'arrival':
      return { ...step, process: (context: Context, arrival: Arrival) => step.process(change(context), arrival) }
    case 'person':
      return step
  }
}
