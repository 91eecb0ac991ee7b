// npm test: everything that has to hold, from a fresh clone. The last line counts all of it.
// Runs on the machine's own Node before anything is installed: no dependency, nothing newer than Node 18.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/built.mjs'
import { findOrFetchChromium } from './lib/chromium.mjs'
import { explainNoDesktop } from './lib/desktop.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { findNode, projectEnvironment } from './lib/node.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { secondsSince } from './lib/say.mjs'
import { countTests } from './lib/vitest-report.mjs'

/** @typedef {import('./lib/vitest-report.mjs').Count} Count */

const checks = [
  { title: 'Types', args: ['scripts/typecheck.mjs'] },
  { title: 'Lint', args: ['node_modules/oxlint/bin/oxlint'] },
  { title: 'Format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  { title: 'Config schema', args: ['scripts/make-config-schema.ts', '--check'] },
]

await main(async () => {
  ensureInstalled()
  ensureBuilt()
  const environment = withChromium(projectEnvironment())
  const counts = []
  for (const { title, args } of checks) counts.push(await check(title, args, environment))
  counts.push(await runTests(environment))
  const noDesktop = explainNoDesktop(environment)
  if (noDesktop !== undefined) console.log(`\ndesktop: skipped, ${noDesktop}`)
  const { passed, failed, skipped } = sum(counts)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed > 0 ? 1 : 0
})

/** @param {NodeJS.ProcessEnv} environment */
function withChromium(environment) {
  const chromium = findOrFetchChromium()
  console.log(chromium ? `Chromium: ${chromium}` : 'NO CHROMIUM: every test that needs a browser is skipped.')
  return chromium ? { ...environment, VALETKEY_CHROMIUM: chromium } : environment
}

/**
 * @param {string} title
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Count>}
 */
async function check(title, args, env) {
  const code = await underHeading(title, args, env)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** @param {NodeJS.ProcessEnv} env */
async function runTests(env) {
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-test-'))
  const report = join(folder, 'report.json')
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']
  const code = await underHeading(
    'Tests',
    [...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  )
  const count = countTests(report, code)
  rmSync(folder, { recursive: true, force: true })
  return count
}

/**
 * @param {string} title
 * @param {string[]} args the program, from the root of the checkout, and its arguments
 * @param {NodeJS.ProcessEnv} env
 */
async function underHeading(title, [program = '', ...args], env) {
  const started = performance.now()
  console.log(`\n== ${title}`)
  const { code } = await run(findNode(), [inRoot(program), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  console.log(`== ${title}: ${code === 0 ? 'ok' : `FAILED (exit ${code})`}, ${secondsSince(started)}`)
  return code
}

/** @param {Count[]} counts */
function sum(counts) {
  const total = (/** @type {keyof Count} */ name) => counts.reduce((all, count) => all + count[name], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}
