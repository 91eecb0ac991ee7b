/** A token for an API, got as the application itself would: by a walkthrough, with the playground in the user's place. */
import { textOf } from '#shared/flows/answer.ts'
import { fitLayers } from '#shared/flows/choice.ts'
import { withParameters } from '#shared/flows/draft.ts'
import type { Choice, Flow } from '#shared/flows/flow.ts'
import { findFlow } from '#shared/flows/flows.ts'
import { ValetKeyError } from '#shared/errors.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { FlowEngine } from '../../flows/flow-engine.ts'
import type { ApiDependencies } from '../dependencies.ts'
import { conflict, invalid } from '../failures.ts'

export interface Wish {
  readonly client: ClientMetadata
  /** Left out: in the application's own name. */
  readonly user: string | undefined
  readonly scope: readonly string[]
  readonly resource: string
}

export interface Got {
  readonly token: string | undefined
  readonly refused: { readonly error?: string; readonly description?: string; readonly reason?: string } | undefined
  readonly exchanges: readonly number[]
}

/** The steps that say what is asked for; a run has one of them that is sent first. */
const ASKING = ['pushed-authorization-request', 'authorization-request', 'token-request']

export async function getToken({ flows, recorder, store }: ApiDependencies, wish: Wish): Promise<Got> {
  const flow = findFlow(wish.user === undefined ? 'client-credentials' : 'authorization-code-pkce')
  if (flow === undefined) throw new Error('the walkthrough that gets tokens is gone')
  // A walkthrough names somebody even where nobody is asked.
  const choice = choose(flow, wish, wish.user ?? store.users.list()[0]?.username ?? '')
  const engine = await flows.load()
  const { id } = await begin(engine, flow, choice)
  try {
    const run = await walk(engine, id, wish.resource)
    await recorder.flush()
    return await readRun(recorder, run)
  } finally {
    // It was a means: what it sent stays in the traffic, and the walkthroughs are a person's own.
    await engine.remove(id)
  }
}

function choose(flow: Flow, { client, scope }: Wish, user: string): Choice {
  const variant = flow.variants.find(({ id }) => flow.checkClient(client, id) === undefined)?.id ?? flow.variants[0]?.id
  const choice: Choice = {
    client_id: client.client_id,
    user,
    scope: [...scope],
    layers: [],
    ...(variant !== undefined && { variant }),
  }
  const fitted = fitLayers(flow, choice, client)
  const hard = fitted.layers.find((layer) => layer === 'jar' || layer === 'dpop')
  if (hard === undefined) return fitted
  throw conflict(
    `${client.client_name ?? client.client_id} ${hard === 'jar' ? 'signs its requests (JAR)' : 'has its tokens bound to a key (DPoP)'}, so a token alone is not enough. Its walkthrough does it, and calls the API, too.`,
  )
}

async function begin(engine: FlowEngine, flow: Flow, choice: Choice): Promise<FlowRun> {
  try {
    return await engine.create(flow.id, choice)
  } catch (error) {
    throw renameFields(error)
  }
}

/** What a walkthrough calls its choice is a trial here. */
function renameFields(error: unknown): unknown {
  if (!(error instanceof ValetKeyError) || error.code !== 'invalid') return error
  const { findings = [] } = (error.detail ?? {}) as { findings?: readonly { path: string; message: string }[] }
  return invalid(findings.map(({ path, message }) => ({ path: path.replace(/^choice\b/, 'trial'), message })))
}

async function walk(engine: FlowEngine, id: string, resource: string): Promise<FlowRun> {
  const asking = ASKING.find((step) => engine.get(id).steps.some((one) => one.id === step))
  if (asking === undefined) throw new Error('the walkthrough asks for nothing')
  const before = await engine.runTo(id, asking, true)
  const draft = before.steps.find((step) => step.id === asking)?.draft
  if (draft === undefined) return before
  await engine.edit(id, asking, withParameters(draft, { resource }))
  return engine.runTo(id, undefined, true)
}

async function readRun(recorder: ApiDependencies['recorder'], run: FlowRun): Promise<Got> {
  const token = textOf(run.known['access_token']?.value)
  const exchanges = [...new Set(run.steps.flatMap((step) => step.exchanges))]
  if (token !== undefined) return { token, exchanges, refused: undefined }
  const failed = run.steps.find(
    ({ state, error, failure }) => state === 'failed' || error !== undefined || failure !== undefined,
  )
  const [last] = failed?.exchanges.slice(-1) ?? []
  const reason = last === undefined ? undefined : (await recorder.get(last))?.error?.reason
  const check = failed?.checks.find(({ outcome }) => outcome === 'failed')
  const description = failed?.error?.description ?? failed?.failure ?? check?.title
  return {
    token: undefined,
    exchanges,
    refused: {
      ...(failed?.error && { error: failed.error.code }),
      ...(description !== undefined && { description }),
      ...(reason !== undefined && { reason }),
    },
  }
}
