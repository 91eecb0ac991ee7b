/** What is picked, as the address says it: a setup can be linked to, and stays when the screen is loaded again. */
import { defaultChoice, fitLayers } from '#shared/flows/choice.ts'
import type { Choice, Flow } from '#shared/flows/flow.ts'
import { layersOf } from '#shared/flows/flows.ts'
import { outsideChoice } from '#shared/flows/outside.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

export const CHOICE_PARAMETERS = ['issuer', 'client', 'api', 'scope', 'variant', 'layers', 'user'] as const

/** In the address, for "no API". */
const NONE = 'none'

/** The clients are those of the outside issuer, where there is one. */
export function readChoice(
  flow: Flow,
  query: URLSearchParams,
  clients: readonly ClientMetadata[],
  outside?: OutsideIssuer,
): Choice {
  const client = pickClient(flow, query.get('client') ?? flow.defaults.client_id, clients)
  const first = firstChoice(flow, query.get('user') ?? undefined, client, outside)
  const wanted = query.get('layers')?.split(' ')
  const choice: Choice = {
    ...first,
    api: readApi(query.get('api'), first.api),
    scope: query.get('scope')?.split(' ').filter(Boolean) ?? first.scope,
    variant: query.get('variant') ?? first.variant,
    layers: layersOf(flow)
      .map(({ id }) => id)
      .filter((id) => wanted?.includes(id) ?? first.layers.includes(id)),
  }
  return client === undefined ? choice : fitLayers(flow, choice, client, outside?.metadata)
}

/** At another issuer there may be no client yet: then nobody walks. */
function firstChoice(
  flow: Flow,
  user: string | undefined,
  client: ClientMetadata | undefined,
  outside: OutsideIssuer | undefined,
): Choice {
  if (outside === undefined) return defaultChoice(flow, user, client)
  const choice = outsideChoice(flow, outside, client ?? { client_id: '' })
  return { ...choice, user: user ?? choice.user }
}

/** The one that was asked for, whatever it can do; else the first that can walk this. */
function pickClient(flow: Flow, client_id: string, clients: readonly ClientMetadata[]): ClientMetadata | undefined {
  return (
    clients.find((client) => client.client_id === client_id) ??
    clients.find((client) => flow.checkClient(client, flow.defaults.variant) === undefined)
  )
}

function readApi(asked: string | null, otherwise: string | undefined): string | undefined {
  if (asked === null) return otherwise
  return asked === NONE ? undefined : asked
}

export function writeChoice({ issuer, client_id, api, scope, variant, layers, user }: Choice): string {
  return new URLSearchParams({
    ...(issuer !== undefined && { issuer }),
    client: client_id,
    api: api ?? NONE,
    scope: scope.join(' '),
    ...(variant !== undefined && { variant }),
    layers: layers.join(' '),
    user,
  }).toString()
}
