import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findNode, projectEnvironment } from './node.mjs'
import { inRoot, root } from './paths.mjs'
import { say } from './say.mjs'

const secondsToFetch = 180

const usualPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => `${process.env[name]}\\Google\\Chrome\\Application\\chrome.exe`,
  ),
}

/** A Chromium that starts: the one named by VALETKEY_CHROMIUM, an installed one, or Playwright's, fetched if need be. */
export function findOrFetchChromium() {
  const named = process.env['VALETKEY_CHROMIUM']
  if (named) return named
  return [...placesHere(), playwrightsOwn()].find(starts) ?? fetchChromium()
}

function placesHere(platform = process.platform) {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? usualPlaces[platform] : []
}

// There is a file of this name on some systems that only says where to get the real one, hence the trial.
// On Windows the program has no answer to --version and would open a window.
/** @param {string} path */
function starts(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function playwrightsOwn() {
  const ask = "import('playwright').then((it) => console.log(it.chromium.executablePath()))"
  return spawnSync(findNode(), ['-e', ask], { cwd: root, encoding: 'utf8' }).stdout.trim()
}

function fetchChromium() {
  say(`No Chromium here. Fetching Playwright's own (about 170 MB, once; giving up after ${secondsToFetch} s) …`)
  spawnSync(findNode(), [inRoot('node_modules', 'playwright', 'cli.js'), 'install', '--no-shell', 'chromium'], {
    cwd: root,
    env: projectEnvironment(),
    stdio: ['ignore', process.stderr, process.stderr],
    timeout: secondsToFetch * 1000,
    killSignal: 'SIGKILL',
  })
  const fetched = playwrightsOwn()
  return starts(fetched) ? fetched : undefined
}
