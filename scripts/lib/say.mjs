// Standard error, so that what a started program prints (its one line of JSON, say) has standard output to itself.
/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {number} since a value of performance.now() */
export function secondsSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** @param {unknown} failure */
export function reasonOf(failure) {
  return failure instanceof Error ? failure.message : String(failure)
}
