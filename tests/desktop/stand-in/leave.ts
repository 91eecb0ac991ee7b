/** The end of the process, which what is still under way has to reach before. */
const pending = new Set<Promise<unknown>>()

export function finishBeforeLeaving(work: Promise<unknown>): void {
  const settled = work.catch(() => undefined).finally(() => pending.delete(settled))
  pending.add(settled)
}

export function leave(code: number): void {
  void Promise.all(pending).then(() => process.exit(code))
}
