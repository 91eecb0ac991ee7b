// npm run typecheck: the TypeScript compiler over every tier, each with its own view of what is global.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { findNode, projectEnvironment } from './lib/node.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { say, secondsSince } from './lib/say.mjs'

const tiers = [
  'shared',
  'electron/core',
  'electron/headless',
  'electron/desktop',
  'renderer',
  'scripts',
  'tests',
  'bench',
]
const atOnce = 2

await main(async () => {
  ensureInstalled()
  const waiting = tiers.filter((tier) => existsSync(inRoot(tier, 'tsconfig.json')))
  /** @type {string[]} */
  const failed = []
  await Promise.all(Array.from({ length: atOnce }, () => checkNext(waiting, failed)))
  if (failed.length > 0) say(`Type errors in: ${failed.sort().join(', ')}`)
  return failed.length > 0 ? 1 : 0
})

/**
 * @param {string[]} waiting
 * @param {string[]} failed
 */
async function checkNext(waiting, failed) {
  const tier = waiting.shift()
  if (tier === undefined) return
  const started = performance.now()
  const { code, output } = await compile(tier)
  say(`  ${tier.padEnd(18)} ${code === 0 ? 'ok' : 'FAILED'} ${secondsSince(started)}`)
  if (output) say(output)
  if (code !== 0) failed.push(tier)
  await checkNext(waiting, failed)
}

/**
 * @param {string} tier
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function compile(tier) {
  return new Promise((resolve, reject) => {
    const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc')
    const child = spawn(findNode(), [tsc, '-p', tier], { cwd: root, env: projectEnvironment() })
    /** @type {Buffer[]} */
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString().trim() }))
  })
}
