import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'

import type { Annotation, RawExchange } from './raw-exchange.ts'

/** A request while it is being handled, and what is learnt about it meanwhile. */
export interface Watch {
  annotation: Annotation | undefined
  /** Given out with the first call that the request causes. */
  cause: number
  /** Calls made out for it that are over already; they are told after it, so that its sign-in is known. */
  calls: RawExchange[]
  isOver: boolean
  /** What Node answered when the request turned out to be broken half way. */
  broken: { readonly status: number | undefined } | undefined
}

export interface Watches {
  begin(request: IncomingMessage, annotation: Annotation | undefined): Watch
  get(request: IncomingMessage): Watch | undefined
  annotate(request: IncomingMessage, annotation: Annotation): void
}

/** Whose request the running code is busy with: how a call out finds the one that caused it. */
export const handling = new AsyncLocalStorage<Watch>()

export function createWatches(): Watches {
  const watches = new WeakMap<IncomingMessage, Watch>()
  return {
    begin(request, annotation) {
      const watch: Watch = { annotation, cause: 0, calls: [], isOver: false, broken: undefined }
      watches.set(request, watch)
      return watch
    },
    get: (request) => watches.get(request),
    annotate(request, annotation) {
      const watch = watches.get(request)
      if (watch) watch.annotation = watch.annotation ? merge(watch.annotation, annotation) : annotation
    },
  }
}

function merge(known: Annotation, annotation: Annotation): Annotation {
  const keys = [...(known.keys ?? []), ...(annotation.keys ?? [])]
  return { ...known, ...annotation, ...(keys.length > 0 && { keys }) }
}
