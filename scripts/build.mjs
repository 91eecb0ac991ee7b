// npm run build: everything into out/. With "headless", what the headless program needs besides the screens.
import { chmodSync, copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { bundleDesktop } from './build/desktop.mjs'
import { bundleHeadless } from './build/headless.mjs'
import { describeLicenses } from './build/licenses.mjs'
import { bundleScreens } from './build/screens.mjs'
import { fingerprint, stampFile } from './lib/built.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { headlessEntry, inRoot } from './lib/paths.mjs'
import { say, secondsSince } from './lib/say.mjs'

await main(async () => {
  ensureInstalled()
  // Taken first and written last: what changes while the build runs makes it stale again.
  const builtFrom = fingerprint()
  rmSync(stampFile, { force: true })
  const headless = await buildHeadless()
  if (process.argv.includes('headless')) return 0
  const desktop = await part('desktop', bundleDesktop)
  const screens = await part('screens', bundleScreens)
  await part('licences', () => writeLicenses([...headless, ...desktop, ...screens]))
  writeFileSync(stampFile, builtFrom)
  return 0
})

async function buildHeadless() {
  const modules = await part('headless', bundleHeadless)
  await part('command', writeCommand)
  await part('resources', copyResources)
  return modules
}

/**
 * @template Result
 * @param {string} name
 * @param {() => Result | Promise<Result>} work
 */
async function part(name, work) {
  const started = performance.now()
  const result = await work()
  say(`  ${name.padEnd(10)} ${secondsSince(started)}`)
  return result
}

function writeCommand() {
  copyFileSync(inRoot('scripts', 'build', 'valetkey.js'), headlessEntry)
  chmodSync(headlessEntry, 0o755)
}

function copyResources() {
  rmSync(inRoot('out', 'resources'), { recursive: true, force: true })
  mkdirSync(inRoot('out', 'resources'), { recursive: true })
  cpSync(inRoot('resources'), inRoot('out', 'resources'), { recursive: true, filter: isNeeded })
}

// Of the icons the running app needs the pictures; the rest is for those who pack it.
/** @param {string} path */
function isNeeded(path) {
  return !/\.(svg|ico|icns)$/.test(path)
}

/** @param {string[]} modules */
function writeLicenses(modules) {
  writeFileSync(inRoot('out', 'THIRD-PARTY-LICENSES.txt'), describeLicenses(modules))
}
