import type { Middleware } from 'koa'

import type { Store } from '../../store/store.ts'

/** No request is answered before what it wrote is committed; see `store/group-commit.ts` for what that means. */
export function answerWhenDurable(store: Store): Middleware {
  return async (_ctx, next) => {
    const failedBefore = store.failedCommits
    await next()
    await store.durable(failedBefore)
  }
}
