import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { installedNode } from './node.mjs'
import { inRoot, root } from './paths.mjs'
import { say, secondsSince } from './say.mjs'

const lockFile = inRoot('package-lock.json')
const stampFile = inRoot('node_modules', '.valetkey-install')
const npmsOwnRecord = inRoot('node_modules', '.package-lock.json')

/** Installs what the lock file names, unless that has been done already. */
export function ensureInstalled() {
  const wanted = wantedStamp()
  if (readStamp() === wanted) return
  if (!isInstalledByHand()) install()
  writeFileSync(stampFile, wanted)
}

// The platform is part of it: a folder shared with a container or another system holds the wrong binaries.
function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  return `${process.platform}-${process.arch} ${lock}\n`
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
}

/** Whether someone ran `npm ci` themselves since the lock file last changed. npm writes its record last. */
function isInstalledByHand() {
  if (existsSync(stampFile) || !existsSync(npmsOwnRecord)) return false
  return statSync(npmsOwnRecord).mtimeMs >= statSync(lockFile).mtimeMs
}

function install() {
  const started = performance.now()
  say('Installing the dependencies with npm; the first time this takes about a minute …')
  // One install script by name and no other. npm before version 11 does not know "allowScripts", and would compile the
  // SQLite module that is there as a binary, or fail where there is no compiler.
  npm(installCommand(), '--ignore-scripts')
  if (!existsSync(installedNode)) npm('rebuild', 'node', '--ignore-scripts=false')
  say(`Installed the dependencies in ${secondsSince(started)}`)
}

// `npm ci` empties node_modules first, which Windows forbids while this very process runs on the Node in there.
function installCommand() {
  return process.platform === 'win32' && process.execPath.startsWith(inRoot('node_modules')) ? 'install' : 'ci'
}

/** @param {string[]} args */
function npm(...args) {
  // Errors only: on a machine with an older Node, npm warns once for every package that wants a newer one.
  const { status } = runNpm([...args, '--loglevel=error', '--no-audit', '--no-fund'])
  if (status !== 0) throw new Error(`"npm ${args.join(' ')}" failed (exit ${status}). Its reason stands above.`)
}

/** @param {string[]} args */
function runNpm(args) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', process.stderr, process.stderr] }
  const cli = process.env['npm_execpath']
  const itsNode = process.env['npm_node_execpath'] ?? process.execPath
  if (cli?.endsWith('npm-cli.js')) return spawnSync(itsNode, [cli, ...args], options)
  // Without npm above us: on Windows npm is a batch file, and those start through a shell only.
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}
