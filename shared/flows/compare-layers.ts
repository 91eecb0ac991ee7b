/** What a layer changes of a walkthrough, worked out without anything being sent. */
import type { HeaderPair } from '../model/exchange.ts'
import { ROUTES } from '../oauth/protocol.ts'
import { readParameters } from './draft.ts'
import type { Choice, Context, Draft, Flow, FlowApi, FlowTools, IssuerMetadata, Known, Layer, Step } from './flow.ts'
import { buildSteps, layersOf } from './flows.ts'
import type { ClientMetadata } from '../model/client.ts'

export interface PartDifference {
  readonly name: string
  readonly what: 'added' | 'removed' | 'changed'
  readonly before?: string | undefined
  readonly after?: string | undefined
}

export interface StepDifference {
  readonly id: string
  readonly title: string
  readonly what: 'added' | 'removed' | 'changed'
  /** Of what is sent: parameters and headers. */
  readonly parts: readonly PartDifference[]
  /** What comes back is read or checked otherwise. */
  readonly isReadOtherwise: boolean
}

export interface LayerDifference {
  readonly layer: Layer
  readonly steps: readonly StepDifference[]
}

/** Who takes part, as far as that is known before the walk. */
export interface Cast {
  readonly issuer: string
  readonly client: ClientMetadata
  readonly api?: FlowApi | undefined
}

/** Each layer of the choice against the walk with those before it. */
export async function compareLayers(flow: Flow, choice: Choice, cast: Cast): Promise<readonly LayerDifference[]> {
  const chosen = layersOf(flow).filter(({ id }) => choice.layers.includes(id))
  return Promise.all(
    chosen.map(async (layer, index) => {
      const without = { ...choice, layers: chosen.slice(0, index).map(({ id }) => id) }
      const including = { ...choice, layers: chosen.slice(0, index + 1).map(({ id }) => id) }
      const [before, after] = [buildSteps(flow, without), buildSteps(flow, including)]
      // What the layer leaves alone is the very same object.
      const touched = new Set(
        layer
          .apply(before, including)
          .filter((step) => !before.includes(step))
          .map(({ id }) => id),
      )
      const differences = await compareSteps(
        { steps: before, context: buildContext(without, cast) },
        { steps: after, context: buildContext(including, cast) },
        (step) => touched.has(step.id),
      )
      return { layer, steps: differences }
    }),
  )
}

interface Side {
  readonly steps: readonly Step[]
  readonly context: Context
}

async function compareSteps(
  before: Side,
  after: Side,
  isTouched: (step: Step) => boolean,
): Promise<readonly StepDifference[]> {
  const removed = before.steps.filter(({ id }) => after.steps.every((step) => step.id !== id))
  const rest = await Promise.all(
    after.steps.map(async (step): Promise<readonly StepDifference[]> => {
      const { id, title } = step
      const old = before.steps.find((one) => one.id === id)
      if (old === undefined) return [{ id, title, what: 'added', parts: [], isReadOtherwise: false }]
      const parts = compareParts(await partsOf(old, before.context), await partsOf(step, after.context))
      const isReadOtherwise = isTouched(step) && reads(step) && (parts.length === 0 || step.kind === 'arrival')
      return parts.length > 0 || isReadOtherwise ? [{ id, title, what: 'changed', parts, isReadOtherwise }] : []
    }),
  )
  const gone = removed.map(({ id, title }): StepDifference => {
    return { id, title, what: 'removed', parts: [], isReadOtherwise: false }
  })
  return [...gone, ...rest.flat()]
}

function reads({ kind }: Step): boolean {
  return kind === 'call' || kind === 'arrival'
}

function compareParts(before: readonly HeaderPair[], after: readonly HeaderPair[]): readonly PartDifference[] {
  const [had, has] = [new Map(before), new Map(after)]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((name): readonly PartDifference[] => {
    const [old, now] = [had.get(name), has.get(name)]
    if (old === now) return []
    const what = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'
    return [{ name, what, before: old, after: now }]
  })
}

/** What cannot be built without an answer has nothing to compare. */
async function partsOf(step: Step, context: Context): Promise<readonly HeaderPair[]> {
  if (step.kind !== 'call' && step.kind !== 'browser') return []
  try {
    return listParts(await step.build(context))
  } catch {
    return []
  }
}

function listParts(draft: Draft): readonly HeaderPair[] {
  return [...draft.headers.filter(([name]) => name !== 'content-type'), ...readParameters(draft)]
}

/** Stands for whatever will be there when the walk comes to it. */
const SOMETHING = '…'

function buildContext(choice: Choice, { issuer, client, api }: Cast): Context {
  const isPublic = client.token_endpoint_auth_method === 'none'
  return {
    choice,
    issuer: describeIssuer(issuer),
    client: isPublic ? client : { client_secret: SOMETHING, ...client },
    privateKey: { kid: SOMETHING, alg: 'ES256' },
    api,
    second: client,
    password: SOMETHING,
    redirect_uri: SOMETHING,
    known: knowEverything(),
    tools: TOOLS,
  }
}

function describeIssuer(issuer: string): IssuerMetadata {
  const endpoints = Object.entries(ROUTES).map(([name, path]) => [`${name}_endpoint`, issuer + path])
  return {
    ...Object.fromEntries(endpoints),
    issuer,
    authorization_endpoint: issuer + ROUTES.authorization,
    token_endpoint: issuer + ROUTES.token,
    jwks_uri: issuer + ROUTES.jwks,
  }
}

/** What decides how a request is built has to be absent, as it is before the first answer. */
const UNKNOWN = ['scope', 'dpop_nonce']
const KEYS = ['dpop_private_key', 'dpop_public_key']

function knowEverything(): Known {
  return new Proxy<Known>(
    {},
    {
      get(_target, name) {
        if (typeof name !== 'string' || UNKNOWN.includes(name)) return undefined
        return { value: KEYS.includes(name) ? {} : SOMETHING, from: SOMETHING }
      },
    },
  )
}

const TOOLS: FlowTools = {
  random: () => SOMETHING,
  now: () => 0,
  sha256: async () => SOMETHING,
  halfHash: async () => SOMETHING,
  makeKey: async () => ({ privateKey: {}, publicKey: {} }),
  signJwt: async () => SOMETHING,
  signJwtWithSecret: async () => SOMETHING,
  verifyJwt: async () => ({ header: undefined, claims: undefined, signature: 'invalid' }),
  validateTokenAnswer: async () => undefined,
  backend: { address: SOMETHING, keepTokens: () => undefined },
}
