import type { Store } from '../store/store.ts'

/** All of it or nothing; resolves when it is durable. */
export async function commit<Result>(store: Store, work: () => Result): Promise<Result> {
  const failedBefore = store.failedCommits
  const result = store.transaction(work)
  await store.durable(failedBefore)
  return result
}
