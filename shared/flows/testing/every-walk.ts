/** Every walkthrough in each of its variants, with no layer, with each that fits, and with all that fit together. */
import { isPossible, checkChoice, defaultChoice } from '../choice.ts'
import type { ClientMetadata } from '../../model/client.ts'
import type { Choice, Flow, LayerId } from '../flow.ts'
import { FLOWS, layersOf } from '../flows.ts'
import { API, CONFIDENTIAL, PUBLIC, SIGNING } from './fake-issuer.ts'

export interface EveryWalk {
  readonly name: string
  readonly flow: Flow
  readonly choice: Choice
  readonly client: ClientMetadata
}

export function listEveryWalk(): readonly EveryWalk[] {
  return FLOWS.flatMap((flow) => variantsOf(flow).flatMap((variant) => listLayers(flow, variant)))
}

function variantsOf({ variants }: Flow): readonly (string | undefined)[] {
  return variants.length === 0 ? [undefined] : variants.map(({ id }) => id)
}

function listLayers(flow: Flow, variant: string | undefined): readonly EveryWalk[] {
  const client = [CONFIDENTIAL, SIGNING, PUBLIC].find((one) => isOpenTo(flow, one, variant))
  if (client === undefined) throw new Error(`none of the clients can walk ${flow.id} ${variant ?? ''}`)
  const choice: Choice = {
    ...defaultChoice(flow),
    client_id: client.client_id,
    api: API.identifier,
    scope: ['read'],
    variant,
    layers: [],
  }
  const ids = layersOf(flow).map(({ id }) => id)
  const fitting = ids.filter((id) =>
    isPossible({ ...choice, layers: [id] }, checkChoice(flow, { ...choice, layers: [id] }, client, API)),
  )
  const together = fitting.includes('jarm') ? fitting.filter((id) => id !== 'iss') : fitting
  const sets: readonly (readonly LayerId[])[] = [
    [],
    ...fitting.map((id) => [id]),
    ...(together.length > 1 ? [together] : []),
  ]
  return sets.map((layers) => ({
    name: [flow.id, variant, layers.join('+')].filter(Boolean).join(' '),
    flow,
    client,
    choice: { ...choice, layers },
  }))
}

function isOpenTo(flow: Flow, client: ClientMetadata, variant: string | undefined): boolean {
  const signs = client.jwks !== undefined
  const needsKey = variant === 'private_key_jwt' || flow.id === 'jwt-bearer'
  return signs === needsKey && flow.checkClient(client, variant) === undefined
}
