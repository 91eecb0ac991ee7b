// npm run dev:headless -- FLAGS: the screens from their sources, with hot reload, and the headless program behind them,
// built and started again when its sources change.
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { build, fingerprint, isFresh, programInputs } from './lib/built.mjs'
import { findFreePort } from './lib/free-port.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { findNode, projectEnvironment } from './lib/node.mjs'
import { headlessEntry, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { reasonOf, say } from './lib/say.mjs'

const isOpened = process.argv.includes('--open')
const flags = process.argv.slice(2).filter((flag) => flag !== '--open')

await main(async () => {
  ensureInstalled()
  // The program's port has to be known before it runs, since the screens are served while it does not.
  const uiPort = await chooseUiPort()
  const screens = await startScreens(uiPort)
  try {
    return await serveAgainAndAgain(uiPort, screens.address)
  } finally {
    await screens.close()
  }
})

async function chooseUiPort() {
  const asked = flagOf('--ui-port') ?? '4401'
  return asked === '0' ? await findFreePort() : Number(asked)
}

/** @param {string} name */
function flagOf(name) {
  const index = flags.findLastIndex((flag) => flag === name || flag.startsWith(`${name}=`))
  return flags[index]?.split('=')[1] ?? (index === -1 ? undefined : flags[index + 1])
}

/** @param {number} uiPort */
async function startScreens(uiPort) {
  // Here, so that whoever has not installed anything yet is helped first.
  const { startScreensServer } = await import('./lib/screens-server.mjs')
  const { proxyToProgram } = await import('./lib/program-proxy.mjs')
  return startScreensServer({ proxy: proxyToProgram(`http://localhost:${uiPort}`) })
}

/**
 * @param {number} uiPort
 * @param {string} address of the screens' server
 */
async function serveAgainAndAgain(uiPort, address) {
  for (;;) {
    const sources = lookAtSources()
    const stop = new AbortController()
    const program = buildAndServe(uiPort, address, stop.signal)
    const first = await Promise.race([program, change(sources)])
    if (first === 'left') return 0
    if (first === 'failed') await change(sources)
    stop.abort()
    await program
  }
}

/**
 * @param {number} uiPort
 * @param {string} address
 * @param {AbortSignal} signal
 * @returns {Promise<'left' | 'failed'>}
 */
async function buildAndServe(uiPort, address, signal) {
  try {
    if (!isFresh()) build('headless')
    const args = [headlessEntry, 'serve', ...flags, '--ui-port', String(uiPort), '--no-open', '--json']
    /** @type {import('node:child_process').SpawnOptions} */
    const options = { env: projectEnvironment(), stdio: ['inherit', 'pipe', 'inherit'] }
    const { code } = await run(findNode(), args, options, (child) => {
      // Asked, and then waited for: what it is made of is replaced only after it has ended.
      signal.addEventListener('abort', () => void child.kill())
      if (child.stdout) createInterface(child.stdout).on('line', (line) => announce(line, address))
    })
    if (signal.aborted) return 'failed'
    if (code === 0) return 'left'
    say(`It ended with exit code ${code}; waiting for a change …`)
  } catch (failure) {
    say(`${reasonOf(failure)} Waiting for a change …`)
  }
  return 'failed'
}

/**
 * What the program said when it was ready, with the address of the screens that reload themselves.
 *
 * @param {string} line
 * @param {string} address
 */
function announce(line, address) {
  if (!line.startsWith('{')) return console.log(line)
  const ready = JSON.parse(line)
  const ui = `${address}#token=${ready.token}`
  if (flags.includes('--json')) console.log(JSON.stringify({ ...ready, ui }))
  else console.log(`Valet Key is ready. Stop it with Ctrl+C.\n  Issuer     ${ready.issuer}\n  Screens    ${ui}`)
  void openOnce(ui)
}

let hasOpened = false

/** @param {string} address */
async function openOnce(address) {
  if (!isOpened || hasOpened) return
  hasOpened = true
  const { openBrowser } = await import('../electron/headless/open-browser.ts')
  openBrowser(address)
}

function lookAtSources() {
  return fingerprint(root, programInputs)
}

// Looked at rather than listened for: the same on every system, and one look costs a few milliseconds.
/** @param {string} sources */
async function change(sources) {
  while (lookAtSources() === sources) await after(400)
  return 'changed'
}
