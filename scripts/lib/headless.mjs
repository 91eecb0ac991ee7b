import { findNode, projectEnvironment } from './node.mjs'
import { headlessEntry } from './paths.mjs'
import { run } from './run.mjs'

/**
 * Runs `valetkey serve` from what is built, until it ends.
 *
 * @param {string[]} flags
 */
export async function serve(flags) {
  const { code } = await run(findNode(), [headlessEntry, 'serve', ...flags], { env: projectEnvironment() })
  return code
}
