/**
 * The files that one build made.
 *
 * @param {Awaited<ReturnType<typeof import('vite').build>>} results
 */
export function filesOf(results) {
  return [results].flat().flatMap((result) => ('output' in result ? result.output : []))
}
