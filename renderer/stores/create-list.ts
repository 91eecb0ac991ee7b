import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ErrorShape } from '#shared/errors.ts'

import { createResource, type ResourceStatus } from './create-resource.ts'
import type { FetcherOptions } from './create-fetcher.ts'

export interface ListState<Item> {
  readonly status: ResourceStatus
  /** Stay while they are asked for again, and when that fails. */
  readonly items: readonly Item[]
  readonly error: ErrorShape | undefined
  readonly load: () => Promise<void>
}

export interface ListStore<Item> extends StoreApi<ListState<Item>> {
  ensure(): void
  close(): void
}

interface ListOptions<Item> extends Omit<FetcherOptions, 'fetch'> {
  readonly fetch: () => Promise<{ readonly items: readonly Item[] }>
}

const NONE: readonly never[] = []

export function createList<Item>(options: ListOptions<Item>): ListStore<Item> {
  const resource = createResource(options)
  const store = createStore<ListState<Item>>()(() => ({
    status: 'loading',
    items: NONE,
    error: undefined,
    load: resource.getState().load,
  }))
  resource.subscribe(({ status, value, error }) => store.setState({ status, error, items: value?.items ?? NONE }))
  return { ...store, ensure: resource.ensure, close: resource.close }
}
