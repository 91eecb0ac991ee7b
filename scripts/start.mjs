// npm start -- FLAGS: the desktop app where there can be one, otherwise the headless program with FLAGS.
// Runs on the machine's own Node before anything is installed: no dependency, nothing newer than Node 18.
import { ensureBuilt } from './lib/built.mjs'
import { findDesktop, hasDisplay } from './lib/desktop.mjs'
import { serve } from './lib/headless.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

const flags = process.argv.slice(2).filter((flag) => flag !== '--headless')

await main(async () => {
  ensureInstalled()
  ensureBuilt()
  if (process.argv.includes('--headless')) return serve(flags)
  const desktop = findDesktop()
  if ('missing' in desktop) return serveBecause(desktop.missing)
  return startDesktop(desktop.electron)
})

/** @param {string} electron */
async function startDesktop(electron) {
  if (flags.length > 0)
    say(`The desktop app takes no flags; for ${flags.join(' ')} use: npm start -- --headless ${flags.join(' ')}`)
  const started = performance.now()
  const { code, signal } = await run(electron, [root])
  return couldNotStart(code, signal, performance.now() - started) ? serveBecause('Electron could not start here') : code
}

// 127 is the loader missing a system library; a crash signal at once is a sandbox that the system does not allow.
// Both are the machine's doing and have said why above; any other code is the app's own word.
function couldNotStart(
  /** @type {number} */ code,
  /** @type {NodeJS.Signals | null} */ signal,
  /** @type {number} */ lasted,
) {
  return lasted < 5000 && (code === 127 || signal === 'SIGTRAP' || signal === 'SIGABRT' || signal === 'SIGSEGV')
}

/** @param {string} reason */
function serveBecause(reason) {
  say(`Running without the desktop app: ${reason}.`)
  const decided = ['--open', '--no-open', '--no-ui', '--json'].some((flag) => flags.includes(flag))
  return serve(hasDisplay() && !decided ? [...flags, '--open'] : flags)
}
