// npm run dev:headless -- FLAGS: the headless program, built and started again when its sources change.
import { setTimeout as after } from 'node:timers/promises'
import { ensureBuilt, fingerprint } from './lib/built.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { findNode, projectEnvironment } from './lib/node.mjs'
import { headlessEntry } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { reasonOf, say } from './lib/say.mjs'

const flags = process.argv.slice(2)

await main(async () => {
  ensureInstalled()
  for (;;) {
    const sources = fingerprint()
    const stop = new AbortController()
    const program = buildAndServe(stop.signal)
    const first = await Promise.race([program, change(sources)])
    if (first === 'left') return 0
    if (first === 'failed') await change(sources)
    stop.abort()
    await program
  }
})

/**
 * @param {AbortSignal} signal
 * @returns {Promise<'left' | 'failed'>}
 */
async function buildAndServe(signal) {
  try {
    ensureBuilt()
    const env = projectEnvironment()
    const { code } = await run(findNode(), [headlessEntry, 'serve', ...flags], { env, signal })
    if (code === 0) return 'left'
    say(`It ended with exit code ${code}; waiting for a change …`)
  } catch (failure) {
    if (!signal.aborted) say(`${reasonOf(failure)} Waiting for a change …`)
  }
  return 'failed'
}

// Looked at rather than listened for: the same on every system, and one look costs a few milliseconds.
/** @param {string} sources */
async function change(sources) {
  while (fingerprint() === sources) await after(400)
  return 'changed'
}
