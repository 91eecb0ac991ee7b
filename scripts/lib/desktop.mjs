import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, projectEnvironment } from './node.mjs'
import { inRoot } from './paths.mjs'
import { say, secondsSince } from './say.mjs'

const secondsToFetch = 60
const aDay = 24 * 60 * 60 * 1000

/** @typedef {{ electron: string } | { missing: string }} Desktop the binary, or in one phrase why there is none */

/**
 * The Electron binary that can be started here and now; fetched when it is missing.
 *
 * @returns {Desktop}
 */
export function findDesktop(environment = process.env) {
  if (!hasDisplay(environment)) return { missing: 'there is no display' }
  if (isRootOnLinux()) return { missing: 'Electron does not run as root' }
  const present = electronBinary()
  return present === undefined ? fetchElectron(environment) : { electron: present }
}

/**
 * Why the tests cannot run in a real Electron, or nothing where they can. It is never fetched for them: a test run
 * downloads nothing of that size on the side.
 *
 * @returns {string | undefined}
 */
export function explainNoDesktop(environment = process.env) {
  if (electronBinary(undefined, environment) === undefined) return 'the Electron binary is not installed'
  return hasDisplay(environment) ? undefined : 'there is no display'
}

export function hasDisplay(environment = process.env, platform = process.platform) {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
}

// Its sandbox needs an ordinary user, and a sandbox is not something to switch off quietly.
function isRootOnLinux() {
  return process.platform === 'linux' && process.getuid?.() === 0
}

/** Where the `electron` package keeps its binary. Asking that package itself would start an unbounded download. */
export function electronBinary(folder = inRoot('node_modules', 'electron'), environment = process.env) {
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  const path = override ? join(override, name ?? 'electron') : name && join(folder, 'dist', name)
  return path && existsSync(path) ? path : undefined
}

/** @returns {Desktop} */
function fetchElectron(/** @type {NodeJS.ProcessEnv} */ environment) {
  if (environment['ELECTRON_SKIP_BINARY_DOWNLOAD']) {
    return { missing: 'the Electron binary is not installed and ELECTRON_SKIP_BINARY_DOWNLOAD is set' }
  }
  const record = inRoot('node_modules', '.valetkey-electron')
  const earlier = readFailure(record)
  if (earlier) return { missing: `${earlier} (earlier today; delete ${record} to try again now)` }
  const failure = download()
  const binary = electronBinary()
  if (binary !== undefined) return { electron: binary }
  writeFileSync(record, JSON.stringify({ at: Date.now(), failure }))
  return { missing: failure }
}

/** @param {string} record */
function readFailure(record) {
  try {
    const { at, failure } = JSON.parse(readFileSync(record, 'utf8'))
    if (Date.now() - at < aDay) return String(failure)
  } catch {
    // Never tried, or the record is damaged: trying is the right thing in both cases.
  }
  rmSync(record, { force: true })
  return undefined
}

function download() {
  const started = performance.now()
  say(`Fetching the Electron binary (about 120 MB, once; giving up after ${secondsToFetch} s) …`)
  const result = spawnSync(findNode(), [inRoot('node_modules', 'electron', 'install.js')], {
    env: projectEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: secondsToFetch * 1000,
    killSignal: 'SIGKILL',
  })
  if (result.error) return `the Electron binary could not be fetched within ${secondsToFetch} s`
  if (result.status !== 0) return `the Electron binary could not be fetched: ${firstLine(result.stderr)}`
  say(`Fetched the Electron binary in ${secondsSince(started)}`)
  return 'the Electron binary was fetched and is still missing'
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split('\n')[0] || 'no reason given'
}
