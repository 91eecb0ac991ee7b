import { useMemo } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { checkChoice, fitClient, fitLayers, isPossible, type Obstacles } from '#shared/flows/choice.ts'
import { withCalls } from '#shared/flows/demo-calls.ts'
import type { Choice, Flow, FlowApi } from '#shared/flows/flow.ts'
import { asFlowApi, asOutsideClient, outsideChoice } from '#shared/flows/outside.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import type { ApiView } from '../../../stores/stores.ts'
import { useApis, useClients } from '../../../stores/use-stores.tsx'
import { useProgram } from '../../common/use-program.ts'
import { useQuery } from '../../common/use-address.ts'
import { explainMissing, useOutsideIssuer } from '../use-outside-issuer.ts'
import { readChoice, writeChoice } from './read-choice.ts'

export interface SetupState {
  readonly flow: Flow
  readonly choice: Choice
  /** Where it is walked; left out: at the program's own issuer. */
  readonly outside: OutsideIssuer | undefined
  readonly clients: readonly ClientMetadata[]
  readonly client: ClientMetadata | undefined
  readonly apis: readonly PickableApi[]
  readonly obstacles: Obstacles
  readonly canStart: boolean
  /** Another application brings its own API, scopes and layers. */
  readonly pickClient: (client_id: string) => void
  readonly change: (changes: Partial<Choice>) => void
}

export type PickableApi = Pick<ApiView, 'identifier' | 'name' | 'scopes'> & Pick<FlowApi, 'calls'>

export function useSetup(flow: Flow): SetupState {
  const query = useQuery()
  const outside = useOutsideIssuer(query.get('issuer') ?? undefined)
  const here = useOwnParties()
  const there = useMemo(() => outside && partiesOf(outside), [outside])
  const { clients, apis } = there ?? here
  const choice = useMemo(() => readChoice(flow, query, clients, outside), [flow, query, clients, outside])
  const client = clients.find(({ client_id }) => client_id === choice.client_id)
  const api = apis.find(({ identifier }) => identifier === choice.api)
  const second = clients.find(({ client_id }) => client_id === choice.second_client_id)
  const issuer = outside?.metadata
  const obstacles = client === undefined ? NONE : checkChoice(flow, choice, client, api, { issuer, second })
  const lacking = outside?.clients.find(({ client_id }) => client_id === choice.client_id)
  const missing = lacking === undefined ? undefined : explainMissing(lacking)
  const told: Obstacles = missing === undefined ? obstacles : { ...obstacles, client_id: missing }

  return {
    flow,
    choice,
    outside,
    clients,
    client,
    apis,
    obstacles: told,
    canStart: client !== undefined && isPossible(choice, told),
    pickClient(client_id) {
      const next = clients.find((item) => item.client_id === client_id)
      if (next === undefined) return
      write(outside ? outsideChoice(flow, outside, next) : fitClient(flow, choice, next))
    },
    change: (changes) =>
      write(
        client === undefined ? { ...choice, ...changes } : fitLayers(flow, { ...choice, ...changes }, client, issuer),
      ),
  }
}

const NONE: Obstacles = { layers: {}, needed: {} }

function useOwnParties() {
  const issuer = useProgram()?.issuer ?? ''
  const clientItems = useClients(({ items }) => items)
  const apiItems = useApis(({ items }) => items)
  // What the contract calls open text is checked where it is registered.
  const clients = clientItems as unknown as readonly ClientMetadata[]
  const apis: readonly PickableApi[] = useMemo(
    () => apiItems.map((api) => ({ ...api, ...withCalls(issuer, api) })),
    [apiItems, issuer],
  )
  return { clients, apis }
}

function partiesOf({ clients, api }: OutsideIssuer) {
  const called = api && asFlowApi(api)
  const apis: readonly PickableApi[] =
    api && called ? [{ ...called, scopes: splitScope(api.scope).map((name) => ({ name })) }] : []
  return { clients: clients.map(asOutsideClient), apis }
}

/** Each switch is no step to go back by. */
function write(choice: Choice): void {
  navigate(`${location.pathname}?${writeChoice(choice)}`, { replace: true, state: history.state })
}
