import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ErrorShape } from '#shared/errors.ts'

import { createFetcher, type FetcherOptions } from './create-fetcher.ts'
import { parseError } from './error-shape.ts'

export type ResourceStatus = 'loading' | 'ready' | 'failed'

export interface ResourceState<Value> {
  /** `failed` may still have a value: the last one that came. */
  readonly status: ResourceStatus
  readonly value: Value | undefined
  readonly error: ErrorShape | undefined
  readonly load: () => Promise<void>
}

export interface Resource<Value> extends StoreApi<ResourceState<Value>> {
  /** Asks the first time that somebody looks; whoever reads the store calls it. */
  ensure(): void
  close(): void
}

interface ResourceOptions<Value> extends Omit<FetcherOptions, 'fetch'> {
  readonly fetch: () => Promise<Value>
}

/** A value that the program has and the screens show: asked for when it is looked at, and again when it changed. */
export function createResource<Value>({ fetch, ...options }: ResourceOptions<Value>): Resource<Value> {
  const store = createStore<ResourceState<Value>>()(() => ({
    status: 'loading',
    value: undefined,
    error: undefined,
    load: () => fetcher.run(),
  }))

  const fetcher = createFetcher({
    ...options,
    async fetch() {
      try {
        store.setState({ value: await fetch(), status: 'ready', error: undefined })
        return true
      } catch (error) {
        store.setState({ status: 'failed', error: parseError(error) })
        return false
      }
    },
  })

  return { ...store, ensure: fetcher.ensure, close: fetcher.close }
}
