/** Every walkthrough in every way that it can be picked: each variant bare, as it is offered, with each layer, with all. */
import { checkChoice, defaultChoice, fitClient, fitLayers, isPossible } from '#shared/flows/choice.ts'
import { demoCalls } from '#shared/flows/demo-calls.ts'
import type { Choice, Flow, Variant } from '#shared/flows/flow.ts'
import { FLOWS } from '#shared/flows/flows.ts'
import type { ClientMetadata } from '#shared/model/client.ts'

import { buildScenarioSeed, SCENARIO_IDS } from '../../electron/core/seed/scenarios.ts'

export interface Case {
  readonly name: string
  readonly flow: string
  readonly choice: Choice
}

const CLIENTS = new Map(
  SCENARIO_IDS.flatMap((id) =>
    buildScenarioSeed(id, 1).clients.map(({ entity }) => [entity.client_id, entity] as const),
  ),
)

export function casesOf(flow: Flow): readonly Case[] {
  const variants: readonly (Variant | undefined)[] = flow.variants.length > 0 ? flow.variants : [undefined]
  const all = variants.flatMap((variant) => choicesOf(flow, variant))
  const possible = all.filter((choice) => isPossible(choice, obstaclesOf(flow, choice)))
  return [...new Map(possible.map((choice) => [nameOf(flow, choice), choice])).entries()].map(([name, choice]) => ({
    name,
    flow: flow.id,
    choice,
  }))
}

export const CASES: readonly Case[] = FLOWS.flatMap(casesOf)

function choicesOf(flow: Flow, variant: Variant | undefined): readonly Choice[] {
  const own: Choice = { ...defaultChoice(flow), ...(variant && { variant: variant.id }) }
  const other = variant?.client_id === undefined ? undefined : clientOf(variant.client_id)
  const base = other ? fitClient(flow, own, other) : own
  const client = clientOf(base.client_id)
  const layers = [[], base.layers, ...flow.layers.map((layer) => [layer]), flow.layers]
  return layers.map((chosen) => fitLayers(flow, { ...base, layers: chosen }, client))
}

function obstaclesOf(flow: Flow, choice: Choice) {
  const { api, second_client_id: second } = choice
  const calls = api === undefined ? undefined : demoCalls('http://localhost:4400', api)
  return checkChoice(
    flow,
    choice,
    clientOf(choice.client_id),
    api === undefined ? undefined : { identifier: api, name: api, calls },
    { second: second === undefined ? undefined : clientOf(second) },
  )
}

export function clientOf(client_id: string): ClientMetadata {
  const client = CLIENTS.get(client_id)
  if (client) return client
  throw new Error(`no scenario has a client ${client_id}`)
}

function nameOf(flow: Flow, { variant, layers, client_id }: Choice): string {
  return [flow.id, variant, `by ${client_id}`, layers.length === 0 ? 'bare' : `with ${layers.join(', ')}`]
    .filter((part) => part !== undefined)
    .join(' ')
}
