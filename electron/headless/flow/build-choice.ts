/** What the flags say, filled in with what the walkthrough and the application have by themselves. */
import { defaultChoice, fitClient, fitLayers } from '#shared/flows/choice.ts'
import type { Choice, Flow, LayerId } from '#shared/flows/flow.ts'
import { findFlow, FLOWS, layersOf } from '#shared/flows/flows.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import type { Core } from '../../core/create-core.ts'
import type { RunFlags } from './flow-flags.ts'
import { unknown, usage } from './usage.ts'

/** What can be said against the flags before anything is started. */
export function assertKnown(flags: RunFlags): Flow {
  const flow = findFlow(flags.flow)
  if (!flow)
    throw unknown(
      'valetkey flow run',
      flags.flow,
      FLOWS.map(({ id }) => id),
    )
  assertVariant(flow, flags.variant)
  pickLayers(flow, flags.layers ?? [])
  if (flags.secondClient !== undefined && !flow.second)
    throw usage(`--second-client: in ${flow.title} one application takes part`)
  return flow
}

export async function buildChoice(flow: Flow, flags: RunFlags, call: Core['call']): Promise<Choice> {
  const own = defaultChoice(flow, flags.answer ?? flow.defaults.user)
  const variant = flow.variants.find(({ id }) => id === flags.variant)
  const client = await findClient(flags.client ?? variant?.client_id ?? own.client_id, call)
  const wanted: Choice = { ...own, user: flags.answer ?? own.user, variant: variant?.id ?? own.variant }
  const fitted = client.client_id === own.client_id ? wanted : fitClient(flow, wanted, client)
  const picked: Choice = {
    ...fitted,
    // What was asked for stays, so that it is said why it cannot be.
    variant: flags.variant ?? fitted.variant,
    second_client_id: flags.secondClient ?? fitted.second_client_id,
    ...(flags.api !== undefined && { api: flags.api, scope: await scopesOf(flags.api, client, call) }),
    ...(flags.scope && { scope: flags.scope }),
  }
  return flags.layers ? { ...picked, layers: pickLayers(flow, flags.layers) } : fitLayers(flow, picked, client)
}

function assertVariant(flow: Flow, variant: string | undefined): void {
  const ids = flow.variants.map(({ id }) => id)
  if (variant === undefined || ids.includes(variant)) return
  if (ids.length === 0) throw usage(`--variant: ${flow.title} comes in one way only`)
  throw unknown('--variant', variant, ids)
}

/** One that is built in is on already. */
export function pickLayers(flow: Flow, names: readonly string[]): readonly LayerId[] {
  const possible = layersOf(flow).map(({ id }) => id)
  const builtIn: readonly string[] = flow.builtIn ?? []
  for (const name of names) {
    if (possible.some((id) => id === name) || builtIn.includes(name)) continue
    if (possible.length === 0) throw usage(`--layer: nothing can be put on ${flow.title}`)
    throw unknown('--layer', name, possible)
  }
  return possible.filter((id) => names.includes(id))
}

async function findClient(client_id: string, call: Core['call']): Promise<ClientMetadata> {
  const { items } = await call('clients.list', {})
  const found = items.find((client) => client.client_id === client_id)
  if (found) return found
  throw unknown(
    '--client',
    client_id,
    items.map((client) => client.client_id),
  )
}

/** Of another API than the walkthrough's own: those that the application may ask for. */
async function scopesOf(identifier: string, client: ClientMetadata, call: Core['call']): Promise<readonly string[]> {
  const { items } = await call('apis.list', {})
  const api = items.find((found) => found.identifier === identifier)
  if (!api)
    throw unknown(
      '--api',
      identifier,
      items.map((found) => found.identifier),
    )
  const names = api.scopes.map(({ name }) => name)
  const allowed = splitScope(client.scope)
  return client.scope === undefined ? names : names.filter((name) => allowed.includes(name))
}
