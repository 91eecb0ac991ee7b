import { useMemo } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { checkChoice, fitClient, fitLayers, isPossible, type Obstacles } from '#shared/flows/choice.ts'
import { withCalls } from '#shared/flows/demo-calls.ts'
import type { Choice, Flow, FlowApi } from '#shared/flows/flow.ts'
import type { ClientMetadata } from '#shared/model/client.ts'

import type { ApiView } from '../../../stores/stores.ts'
import { useApis, useClients } from '../../../stores/use-stores.tsx'
import { useProgram } from '../../common/use-program.ts'
import { useQuery } from '../../common/use-address.ts'
import { readChoice, writeChoice } from './read-choice.ts'

export interface SetupState {
  readonly flow: Flow
  readonly choice: Choice
  readonly clients: readonly ClientMetadata[]
  readonly client: ClientMetadata | undefined
  readonly apis: readonly PickableApi[]
  readonly obstacles: Obstacles
  readonly canStart: boolean
  /** Another application brings its own API, scopes and layers. */
  readonly pickClient: (client_id: string) => void
  readonly change: (changes: Partial<Choice>) => void
}

export type PickableApi = ApiView & Pick<FlowApi, 'calls'>

export function useSetup(flow: Flow): SetupState {
  const query = useQuery()
  const issuer = useProgram()?.issuer ?? ''
  const clientItems = useClients(({ items }) => items)
  const apiItems = useApis(({ items }) => items)
  // What the contract calls open text is checked where it is registered.
  const clients = clientItems as unknown as readonly ClientMetadata[]
  const apis = useMemo(() => apiItems.map((api) => ({ ...api, ...withCalls(issuer, api) })), [apiItems, issuer])
  const choice = useMemo(() => readChoice(flow, query, clients), [flow, query, clients])
  const client = clients.find(({ client_id }) => client_id === choice.client_id)
  const api = apis.find(({ identifier }) => identifier === choice.api)
  const obstacles = client === undefined ? NONE : checkChoice(flow, choice, client, api)

  return {
    flow,
    choice,
    clients,
    client,
    apis,
    obstacles,
    canStart: client !== undefined && isPossible(choice, obstacles),
    pickClient(client_id) {
      const next = clients.find((item) => item.client_id === client_id)
      if (next !== undefined) write(fitClient(flow, choice, next))
    },
    change: (changes) =>
      write(client === undefined ? { ...choice, ...changes } : fitLayers(flow, { ...choice, ...changes }, client)),
  }
}

const NONE: Obstacles = { layers: {}, needed: {} }

/** Each switch is no step to go back by. */
function write(choice: Choice): void {
  navigate(`${location.pathname}?${writeChoice(choice)}`, { replace: true, state: history.state })
}
