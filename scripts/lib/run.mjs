import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program in the foreground until it ends; hands on the signals that reach this process.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [onStart]
 * @returns {Promise<{ code: number, signal: NodeJS.Signals | null }>}
 */
export function run(command, args, options = {}, onStart = () => undefined) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    onStart(child)
    const release = handSignalsTo(child)
    child.once('error', (failure) => {
      release()
      reject(failure)
    })
    child.once('exit', (code, signal) => {
      release()
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), signal })
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function handSignalsTo(child) {
  const kill = () => void child.kill()
  const forward = onceAtATime((/** @type {NodeJS.Signals} */ signal) => void child.kill(signal))
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const handlers = signals.map((signal) => /** @type {const} */ ([signal, () => arrived(signal)]))

  // Ctrl-C reaches every process of the terminal's group by itself. Sent on as well, the program would see it twice
  // and take the second for "now, without tidying up".
  function arrived(/** @type {NodeJS.Signals} */ signal) {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) forward(signal)
  }

  const watch = watchParent(() => forward('SIGTERM'))
  for (const [signal, handler] of handlers) process.on(signal, handler)
  process.once('exit', kill)
  return () => {
    clearInterval(watch)
    for (const [signal, handler] of handlers) process.off(signal, handler)
    process.off('exit', kill)
  }
}

/**
 * npm starts a script through a shell, and hands a signal to that shell, which dies of it and tells nobody. Being left
 * behind is then the only sign that there is. Started by hand, to outlive its terminal, a script is left alone.
 *
 * @param {() => void} act
 */
function watchParent(act) {
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  return setInterval(() => process.ppid !== parent && act(), 250)
}

/**
 * npm hands a signal on to us that the group has sent us already: two within half a second are one.
 *
 * @param {(signal: NodeJS.Signals) => void} act
 */
function onceAtATime(act) {
  let last = -Infinity
  return (/** @type {NodeJS.Signals} */ signal) => {
    const now = performance.now()
    if (now - last > 500) act(signal)
    last = now
  }
}
