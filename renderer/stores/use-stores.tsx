import { createContext, type ReactNode, use, useEffect } from 'react'
import { useStore } from 'zustand/react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { ShellView } from '#shared/contract/calls/shell.ts'
import type { UserView } from '#shared/contract/calls/users.ts'
import type { ClientUse } from '#shared/contract/calls/uses.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { RunSummary } from '#shared/model/flow-run.ts'

import type { AppearanceState } from './create-appearance.ts'
import type { ConnectionState } from './create-connection.ts'
import type { Counts } from './create-counts.ts'
import type { ExchangesState } from './create-exchanges.ts'
import type { LayoutState } from './create-layout.ts'
import type { OpenedLesson } from './create-lessons.ts'
import type { ListState, ListStore } from './create-list.ts'
import type { MadeCall } from './create-made-calls.ts'
import type { Resource, ResourceState } from './create-resource.ts'
import type { ToastState } from './create-toasts.ts'
import type { TokenDeskState } from './create-token-desk.ts'
import type { FollowedState } from './traffic/create-followed.ts'
import type { TrafficState } from './traffic/create-traffic.ts'
import type { ApiView, IssuersView, ScenarioView, SettingsView, Stores } from './stores.ts'

interface Surroundings {
  readonly bridge: Bridge
  readonly stores: Stores
}

const Context = createContext<Surroundings | undefined>(undefined)

export function StoresProvider({ bridge, stores, children }: Surroundings & { readonly children: ReactNode }) {
  return <Context value={{ bridge, stores }}>{children}</Context>
}

function useSurroundings(): Surroundings {
  const surroundings = use(Context)
  if (surroundings === undefined) throw new Error('there is no <StoresProvider> around this')
  return surroundings
}

export function useStores(): Stores {
  return useSurroundings().stores
}

export function useBridge(): Bridge {
  return useSurroundings().bridge
}

/** Reads a list and asks for it when this is the first time that somebody does. */
function useList<Item, Selected>(store: ListStore<Item>, select: (state: ListState<Item>) => Selected): Selected {
  useEffect(() => store.ensure(), [store])
  return useStore(store, select)
}

export function useResource<Value, Selected>(
  resource: Resource<Value>,
  select: (state: ResourceState<Value>) => Selected,
): Selected {
  useEffect(() => resource.ensure(), [resource])
  return useStore(resource, select)
}

export function useConnection<Selected>(select: (state: ConnectionState) => Selected): Selected {
  return useStore(useStores().connection, select)
}

export function useShell<Selected>(select: (state: ResourceState<ShellView>) => Selected): Selected {
  return useResource(useStores().shell, select)
}

export function useAppearance<Selected>(select: (state: AppearanceState) => Selected): Selected {
  return useStore(useStores().appearance, select)
}

export function useClients<Selected>(select: (state: ListState<ClientView>) => Selected): Selected {
  return useList(useStores().clients, select)
}

export function useIssuers<Selected>(select: (state: ResourceState<IssuersView>) => Selected): Selected {
  return useResource(useStores().issuers, select)
}

export function useApis<Selected>(select: (state: ListState<ApiView>) => Selected): Selected {
  return useList(useStores().apis, select)
}

export function useUsers<Selected>(select: (state: ListState<UserView>) => Selected): Selected {
  return useList(useStores().users, select)
}

export function useScenarios<Selected>(select: (state: ListState<ScenarioView>) => Selected): Selected {
  return useList(useStores().scenarios, select)
}

export function useSettings<Selected>(select: (state: ResourceState<SettingsView>) => Selected): Selected {
  return useResource(useStores().settings, select)
}

export function useExchanges<Selected>(select: (state: ExchangesState) => Selected): Selected {
  const { exchanges } = useStores()
  useEffect(() => exchanges.ensure(), [exchanges])
  return useStore(exchanges, select)
}

export function useTraffic<Selected>(select: (state: TrafficState) => Selected): Selected {
  return useStore(useStores().traffic, select)
}

export function useFollowed<Selected>(select: (state: FollowedState) => Selected): Selected {
  return useStore(useStores().followed, select)
}

export function useRuns<Selected>(select: (state: ListState<RunSummary>) => Selected): Selected {
  return useList(useStores().runs, select)
}

export function useOpenedLesson(): OpenedLesson {
  const { lessons } = useStores()
  useEffect(() => void lessons.getState().ensure(), [lessons])
  return useStore(lessons, ({ opened }) => opened)
}

export function useToasts<Selected>(select: (state: ToastState) => Selected): Selected {
  return useStore(useStores().toasts, select)
}

export function useLayout<Selected>(select: (state: LayoutState) => Selected): Selected {
  return useStore(useStores().layout, select)
}

export function useMadeCalls(): readonly MadeCall[] {
  return useStore(useStores().madeCalls, ({ calls }) => calls)
}

export function useCounts<Selected>(select: (state: ResourceState<Counts>) => Selected): Selected {
  return useResource(useStores().counts, select)
}

/** By client_id. */
export function useUses(): ReadonlyMap<string, ClientUse> {
  const { uses } = useStores()
  useEffect(() => uses.ensure(), [uses])
  return useStore(uses, (state) => state.uses)
}

export function useTokenDesk<Selected>(select: (state: TokenDeskState) => Selected): Selected {
  return useStore(useStores().tokenDesk, select)
}
