/**
 * The machine's time, in milliseconds, also for who works on a request to an issuer whose clock has been moved. What is
 * recorded, and when something was changed, is told by it.
 */
export function trueTime(): number {
  return (unmoved ?? Date.now)()
}

let unmoved: (() => number) | undefined

/** Puts another `Date.now` in the place of the machine's, which only `trueTime` knows from then on. */
export function replaceDateNow(build: (machine: () => number) => () => number): void {
  if (unmoved !== undefined) return
  unmoved = Date.now
  Date.now = build(unmoved)
}
